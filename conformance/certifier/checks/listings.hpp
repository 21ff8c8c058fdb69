// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "catalogue.hpp"
#include "paths.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// The result of running a listing, or of compiling it if it must be rejected.
struct listing_result {
  verdict seen = verdict::not_run;
  int line = 0;         ///< of the chapter, for the problem
  std::string problem;  ///< empty for PASS; otherwise what is wrong and what to do
  std::string output;   ///< of the program, or of the compiler
  std::string command;  ///< for a reader, at the project's root
};

/// The headers that a listing is compiled with, below the source root.
inline constexpr const char* reference_headers = "impl/reference/include";

/// Runs a listing's program, or asks the compiler to reject it, unless the result cache has the answer. NOTRUN if the
/// program was not built from this text. Blocks: until the program or the compiler ends. Thread safety: yes. Errors:
/// user_error without a compiler.
listing_result judge_listing(const paths&, const listing&);

}  // namespace fearless::certifier
