// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"
#include "row.hpp"
#include "search_options.hpp"

namespace fearless::certifier {

/// What an outcome means.
struct case_result {
  verdict seen = verdict::pass;
  std::vector<std::string> details;  ///< what was seen, a line each, the most decisive first
  std::map<std::string, measurement> measured{};
  std::optional<std::vector<explored_strategy>> explored{};  ///< of a case that explores schedules
  std::optional<interception> intercepted{};
  bool is_optional = false;                     ///< what is UNSUPPORTED is asked for by no claim
  std::optional<controlled_execution> wrong{};  ///< the execution of a stress case in which it went wrong
};

/// Judges a case of the test program: PASS needs the end marker, at least one assertion, exit 0, no report of the
/// detector and nothing in its log. Of everything else that is seen the worst counts. A stress case that did not show
/// what it must show proves nothing, and is NOTRUN. `running` is the line that says which execution was the last.
case_result judge_case(const outcome& seen, std::string_view detector_log, const std::string& running = {});

/// Judges a program with no event stream, a control: as a case, but that its end marker is a line DONE on its output.
case_result judge_control(const outcome& seen, std::string_view detector_log);

/// The result of a stress case, which proves nothing where it has not searched: it is NOTRUN then, if nothing worse.
case_result judge_stress(case_result raw);

/// The result of a hazard, which passes by being caught: INVALID unless the raw one is what it expects.
case_result judge_detected(case_result raw, verdict expected);

}  // namespace fearless::certifier
