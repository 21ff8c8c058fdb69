// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/observed.hpp"

namespace scenarios {

/// What the threads did, a column each, in the order in which their steps were called, up to the step that broke a
/// claim, which is marked with `>`. Steps inside a step are indented; what a step returned stands behind `->`.
/// Returns lines of at most `width` characters, or none where there are too many threads for that.
std::vector<std::string> side_by_side(const observed_execution& seen, std::size_t width);

/// The same of a scenario of which no execution is known: each thread's steps in their order.
std::vector<std::string> side_by_side(const scenario& all, std::size_t width);

}  // namespace scenarios
