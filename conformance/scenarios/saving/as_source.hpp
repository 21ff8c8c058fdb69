// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/observed.hpp"

namespace scenarios {

/// What the comment at the head of a case says.
struct case_heading {
  std::string file;                 ///< its name
  std::vector<std::string> claims;  ///< the sentences that were broken
  std::string what;                 ///< what happened, in one line
  std::vector<std::string> shown;   ///< the threads side by side
  bool needs_detector = false;      ///< whether it was found by the race detector
};

/// A program that repeats an execution and expects what the claims promise: one file in C11, which is C++ too, on top
/// of `fearless_case.h`. Errors: `std::invalid_argument`, whose message says what cannot be a case of its own.
std::string as_source(const observed_execution& seen, const case_heading& heading);

}  // namespace scenarios
