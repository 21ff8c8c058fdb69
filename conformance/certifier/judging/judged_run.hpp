// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "controls.hpp"
#include "implementation.hpp"
#include "levels.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "row_runner.hpp"

namespace fearless::certifier {

/// Sees to it that an implementation can be judged: what it explains are claims, its libraries load and its port is
/// whole. Returns what it says of its release, empty where it has no library. Errors: `user_error`.
std::string inspected(const implementation& under_test, const catalogue& claims, const suites& programs);

/// Better now than after the run: makes the folder of the results. Errors: `user_error` where it can't be written.
void require_writable(const std::filesystem::path& folder);

/// Runs the planned rows, unless a control was missed: then nothing is run, and all are INVALID. `profiles` are those
/// that were asked for by name; none: all. Errors: `user_error`, `interrupted`.
results judge_run(const run_context& where, const catalogue& claims, const std::vector<planned_row>& plan,
                  const controls_report& controls, const std::string& release, const std::vector<std::string>& profiles,
                  const row_listener& listener);

/// Writes results, certificate, JUnit and badge, all of them or none. Errors: `user_error`, `interrupted`.
void write_results(const std::filesystem::path& folder, const results& run);

}  // namespace fearless::certifier
