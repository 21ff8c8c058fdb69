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

/// What the compiler made of one compile-time case.
struct compile_time_result {
  verdict seen;
  std::chrono::milliseconds elapsed;
  std::vector<std::string> details;  ///< what was expected, and the compiler's first error lines
  std::string reproduce;             ///< a command to type at the project's root
  std::string judged{};              ///< when, where it was not now: see result_cache.hpp
};

/// Judges a `.type` or `.reject` case in the bindings' language: PASS or FAIL, or TIMEOUT where the compiler or the
/// twin does not end. Blocks: for the compiler. Thread safety: may be called from several threads; the native bindings
/// is precompiled once for all. Errors: user_error where the compiler, or clang-tidy where it is needed, is missing.
compile_time_result judge_compile_time_case(const paths&, const case_file&, const native_bindings&,
                                            cache_policy = cache_policy::use_if_current);

/// What judge_compile_time_case would say without asking the compiler, or nothing.
std::optional<compile_time_result> cached_case(const paths&, const case_file&, const native_bindings&);

/// The compiler's first error lines about the native bindings alone; nothing where it compiles. A mutant for which
/// there are some is BROKEN. Thread safety and errors: as judge_compile_time_case.
std::optional<std::vector<std::string>> errors_of_bindings(const native_bindings&);

}  // namespace fearless::certifier
