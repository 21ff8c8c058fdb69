// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "catalogue.hpp"
#include "paths.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// What became of a listing when it was run, or compiled where it must be rejected.
struct listing_result {
  verdict seen = verdict::not_run;
  int line = 0;         ///< of the chapter: where a problem is to be mended
  std::string problem;  ///< empty with PASS; else what is wrong and what to do
  std::string output;   ///< what the program printed, or what the compiler said
  std::string command;  ///< that a reader can type at the project's root
};

/// The headers that a listing is compiled with, below the source root.
inline constexpr const char* reference_headers = "impl/reference/include";

/// Runs a listing's program, or has the compiler reject it. NOTRUN where the program of this very text is not built.
/// Blocks: until the program ends. Thread safety: yes. Errors: user_error without a compiler.
listing_result judge_listing(const paths&, const listing&);

}  // namespace fearless::certifier
