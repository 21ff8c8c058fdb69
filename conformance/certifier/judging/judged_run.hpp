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

/// Checks that an implementation can be judged: it explains existing claims only, its libraries load and say the same
/// of themselves, and its port works. Returns the release that the library reports; empty without a library. Errors:
/// `user_error`.
std::string inspected(const implementation& under_test, const catalogue& claims, const suites& programs);

/// What a run says of an implementation: its words about itself, and the digests of its files.
judged_implementation described(const implementation& under_test, const std::string& release);

/// Makes the folder of the results, so that a wrong path is reported before the run. Errors: `user_error` if it can't
/// be written.
void require_writable(const std::filesystem::path& folder);

/// Runs the planned rows. If a control was missed, it runs nothing and all rows are INVALID. `profiles` are those that
/// were selected by name; none: all. Errors: `user_error`, `interrupted`.
results judge_run(const run_context& where, const catalogue& claims, const std::vector<planned_row>& plan,
                  const controls_report& controls, const std::string& release, const std::vector<std::string>& profiles,
                  const row_listener& listener);

/// Writes results, certificate, the script that verifies them, JUnit and badge: all of them or none. Errors:
/// `user_error`, `interrupted`.
void write_results(const std::filesystem::path& folder, const results& run);

}  // namespace fearless::certifier
