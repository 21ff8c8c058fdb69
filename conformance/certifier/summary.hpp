// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "catalogue.hpp"
#include "results.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// A row in one line: verdict, case, build, time.
std::string line_for(const row& each, const terminal& screen);

/// A row that did not pass, in full: the claim's sentence, what was expected and seen, the command that reproduces it.
void print_failure(const row& each, const catalogue& claims, terminal& screen);

/// All rows that did not pass, worst first; many with one and the same reason are told together.
void print_failures(const results& run, const catalogue& claims, terminal& screen);

/// What the run says, in a few lines: controls, verdicts, levels of each profile, conclusion.
void print_summary(const results& run, terminal& screen);

}  // namespace fearless::certifier
