// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cache_policy.hpp"
#include "native_bindings.hpp"
#include "paths.hpp"
#include "sources.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// The result of one compile-time case.
struct compile_time_result {
  verdict seen;
  std::chrono::milliseconds elapsed;
  std::vector<std::string> details;  ///< what was expected, and the compiler's first errors
  std::string reproduce;             ///< a command to type at the project's root
  std::string judged{};              ///< when, if the result comes from the cache
};

/// Judges a `.type` or `.reject` case in the language of the bindings: PASS or FAIL, or TIMEOUT if the compiler or the
/// accepted twin does not end. Blocks: for the compiler. Thread safety: yes; the bindings are compiled once for all
/// threads. Errors: user_error if a compiler, or clang-tidy where it is needed, is missing.
compile_time_result judge_compile_time_case(const paths&, const case_file&, const native_bindings&,
                                            cache_policy = cache_policy::use_if_current);

/// The result from the cache, or nothing.
std::optional<compile_time_result> cached_case(const paths&, const case_file&, const native_bindings&);

/// The compiler's first errors in the native bindings alone; nothing if they compile. A mutant that does not compile is
/// BROKEN. Thread safety and errors: as judge_compile_time_case.
std::optional<std::vector<std::string>> errors_of_bindings(const native_bindings&);

}  // namespace fearless::certifier
