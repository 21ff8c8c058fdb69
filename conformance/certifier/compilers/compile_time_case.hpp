// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cache_policy.hpp"
#include "dependency_file.hpp"
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
  std::vector<file_set> read{};      ///< what the tools read for it, as far as it is known
};

/// Judges a `.type` or `.reject` case in the language of the bindings: PASS or FAIL, TIMEOUT if the compiler or the
/// accepted twin does not end, or UNSUPPORTED if the bindings lack the type that the case says it needs. Blocks: for
/// the compiler. Thread safety: yes; the bindings are compiled once for all threads. Errors: user_error if a compiler,
/// or clang-tidy where it is needed, is missing.
compile_time_result judge_compile_time_case(const paths&, const case_file&, const native_bindings&,
                                            cache_policy = cache_policy::use_if_current);

/// The result from the cache, or nothing.
std::optional<compile_time_result> cached_case(const paths&, const case_file&, const native_bindings&);

class combined_cases;

/// The compile-time cases of one run. Those in C++ that have no cached result are compiled together where the tools'
/// answers allow it. Thread safety: yes.
class compile_time_cases {
 public:
  /// Errors: user_error if a tool is missing.
  compile_time_cases(const paths&, native_bindings, const std::vector<case_file>&, cache_policy);
  ~compile_time_cases();
  compile_time_cases(const compile_time_cases&) = delete;
  compile_time_cases& operator=(const compile_time_cases&) = delete;

  /// Calls of tools that several cases share. They are independent of each other. `judge` makes those that it needs, so
  /// calling them first only lets other threads do something else meanwhile.
  [[nodiscard]] std::vector<std::function<void()>> calls() const;

  /// The result of one of the cases. Blocks and errors: as judge_compile_time_case.
  [[nodiscard]] compile_time_result judge(const case_file&) const;

 private:
  const paths& where_;
  native_bindings bindings_;
  std::map<std::string, compile_time_result> cached_;
  std::unique_ptr<combined_cases> combined_;
};

/// The compiler's first errors in the native bindings alone; nothing if they compile. A mutant that does not compile is
/// BROKEN. Thread safety and errors: as judge_compile_time_case.
std::optional<std::vector<std::string>> errors_of_bindings(const native_bindings&);

}  // namespace fearless::certifier
