// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "catalogue.hpp"
#include "controls.hpp"
#include "results.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// A row in one line: verdict, case, build, time.
std::string line_for(const row& each, const terminal& screen);

/// How many details are printed: the first lines, or all of them if no file has them.
enum class detail { beginning, whole };

/// Prints a row that did not pass: the claim, what was expected and seen, the command that reproduces it.
void print_failure(const row& each, const catalogue& claims, terminal& screen, const std::string& explanation = "",
                   detail shown = detail::beginning);

/// Prints all rows that did not pass, worst first, then in the order of the text. Rows with the same reason, and the
/// builds of a case, are printed together.
void print_failures(const results& run, const catalogue& claims, terminal& screen, detail shown);

/// The results of the controls, in one line.
std::string controls_line(const controls_report& report);

/// Prints the controls that were missed, if any: then the run is invalid.
void print_missed(const controls_report& report, terminal& screen);

/// Prints a run in a few lines: conclusion, levels, failed claims.
void print_in_short(const std::string& name, const results& run, std::size_t width, terminal& screen);

/// Prints what holds for any set of rows: controls, demonstrations, verdicts, executions.
void print_counts(const results& run, terminal& screen);

/// Prints where the files of a run are.
void print_places(const std::filesystem::path& folder, terminal& screen);

/// Prints the summary of a run: controls, verdicts, levels of each profile, conclusion.
void print_summary(const results& run, terminal& screen);

}  // namespace fearless::certifier
