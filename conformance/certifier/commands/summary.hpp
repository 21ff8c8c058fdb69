// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "catalogue.hpp"
#include "controls.hpp"
#include "results.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// A row in one line: verdict, case, build, time.
std::string line_for(const row& each, const terminal& screen);

/// How much is shown of what was seen: its first lines, or all of it where nothing else keeps it.
enum class detail { beginning, whole };

/// A row that did not pass: the claim's sentence, what was expected and seen, the command that reproduces it.
void print_failure(const row& each, const catalogue& claims, terminal& screen, const std::string& explanation = "",
                   detail shown = detail::beginning);

/// All rows that did not pass, worst first, then in the order of the text; many with one and the same reason are told
/// together, and so are the builds of a case.
void print_failures(const results& run, const catalogue& claims, terminal& screen, detail shown);

/// The results of the controls, in one line.
std::string controls_line(const controls_report& report);

/// The controls that were missed, where any was: then nothing else can be believed.
void print_missed(const controls_report& report, terminal& screen);

/// What the run says of an implementation, in a line or a few: conclusion, levels, the claims that were broken.
void print_in_short(const std::string& name, const results& run, std::size_t width, terminal& screen);

/// What the run says, in a few lines: controls, verdicts, levels of each profile, conclusion.
void print_summary(const results& run, terminal& screen);

}  // namespace fearless::certifier
