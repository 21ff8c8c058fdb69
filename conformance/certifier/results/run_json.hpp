// SPDX-License-Identifier: MIT
// The JSON form of a run's parts, as results.jsonl, certificate.json and the pages have it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "row.hpp"
#include "run_record.hpp"

namespace fearless::certifier {

nlohmann::json to_json(const std::map<std::string, measurement>& measured);
nlohmann::json to_json(const interception& intercepted);
nlohmann::json to_json(const std::vector<explored_strategy>& explored);
nlohmann::json to_json(const waived_failure& waived);
nlohmann::json to_json(const row& each);
nlohmann::json to_json(const levels_by_profile& levels);
nlohmann::json to_json(const containment& about);
nlohmann::json to_json(const controls_report& report);
nlohmann::json to_json(const run_origin& origin);
nlohmann::json to_json(const judged_implementation& implementation);
nlohmann::json to_json(const run_header& header);
nlohmann::json to_json(const run_summary& summary);

/// One strategy's result, from a row or from an event of the test program. Errors: `nlohmann::json::exception`.
explored_strategy explored_from(const nlohmann::json& object);

/// A row of results.jsonl. Errors: `nlohmann::json::exception`, or another `std::exception` for an unknown verdict,
/// method or build.
row row_from(const nlohmann::json& line);

/// The header of results.jsonl; missing fields stay empty. Errors: as row_from.
run_header header_from(const nlohmann::json& line);

/// The footer of results.jsonl; missing fields stay empty. Errors: as row_from.
run_summary summary_from(const nlohmann::json& line);

}  // namespace fearless::certifier
