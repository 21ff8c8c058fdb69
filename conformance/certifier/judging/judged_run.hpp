// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "controls.hpp"
#include "implementation.hpp"
#include "judged_files.hpp"
#include "levels.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "row_runner.hpp"

namespace fearless::certifier {

/// What is known of an implementation before its rows run.
struct inspection {
  std::string release{};                           ///< as the library reports it; empty without a library
  std::shared_ptr<judged_files> files{};           ///< from before the first of them was read
  std::set<std::filesystem::path> instrumented{};  ///< files that were looked at and are
  std::string sources{};                           ///< what is known of the sources of both builds
  std::string set_aside{};                         ///< why the instrumented library is not judged; empty if it is
};

/// Checks that an implementation can be judged: it explains existing claims only, its libraries load and say the same
/// of themselves, and its port works. An instrumented library beside a plain one is set aside if it can't be
/// race-checked. Errors: `user_error`.
inspection inspected(const implementation& under_test, const catalogue& claims, const suites& programs);

/// Leaves out the instrumented library that an inspection set aside: its rows are NOTRUN for this reason.
void set_aside(const inspection& about, implementation& under_test, std::vector<planned_row>& plan);

/// What a run says of an implementation: its words about itself, and the digests of its libraries and native bindings.
judged_implementation described(const implementation& under_test, const inspection& about);

/// Makes the folder of the results, so that a wrong path is reported before the run. Errors: `user_error` if it can't
/// be written.
void require_writable(const std::filesystem::path& folder);

/// Runs the planned rows. If a control was missed, it runs nothing and all rows are INVALID. `profiles` are those that
/// were selected by name; none: all. Errors: `user_error`, also if a judged file changed meanwhile; `interrupted`.
results judge_run(const run_context& where, const catalogue& claims, const std::vector<planned_row>& plan,
                  const controls_report& controls, const inspection& about, const std::vector<std::string>& profiles,
                  const row_listener& listener);

/// Writes results, certificate, the script that verifies them, JUnit, SARIF and badge: all of them or none. Errors:
/// `user_error`, `interrupted`.
void write_results(const std::filesystem::path& folder, const results& run);

}  // namespace fearless::certifier
