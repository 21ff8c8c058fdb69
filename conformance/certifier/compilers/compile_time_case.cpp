// SPDX-License-Identifier: MIT
#include "compile_time_case.hpp"

#include <fmt/format.h>

#include "compile_time_finding.hpp"
#include "precompiled_bindings.hpp"
#include "result_cache.hpp"
#include "rust_bindings.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace {

using clock = std::chrono::steady_clock;

std::chrono::milliseconds since(clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - start);
}

std::string command_for(const case_file& test_case, const native_bindings& bindings) {
  return fmt::format("./fearless certify {} --case {} --only compile-time", bindings.name, test_case.name);
}

}  // namespace

compile_time_result judge_compile_time_case(const paths& where, const case_file& test_case,
                                            const native_bindings& bindings, cache_policy wanted) {
  const auto recorded = cached_case(where, test_case, bindings);
  if (recorded && wanted == cache_policy::use_if_current) return *recorded;
  const auto start = clock::now();
  finding found = bindings.crate ? judge_in_rust(where, test_case, bindings) : judge_in_cpp(where, test_case, bindings);
  store(where, test_case, bindings, found);
  return {.seen = found.seen,
          .elapsed = since(start),
          .details = std::move(found.details),
          .reproduce = command_for(test_case, bindings)};
}

std::optional<compile_time_result> cached_case(const paths& where, const case_file& test_case,
                                               const native_bindings& bindings) {
  const auto start = clock::now();
  auto kept = find_cached(where, test_case, bindings);
  if (!kept) return std::nullopt;
  return compile_time_result{.seen = kept->seen,
                             .elapsed = since(start),
                             .details = std::move(kept->details),
                             .reproduce = command_for(test_case, bindings),
                             .judged = std::move(kept->judged)};
}

std::optional<std::vector<std::string>> errors_of_bindings(const native_bindings& bindings) {
  std::vector<std::string> lines;
  if (bindings.crate) {
    const auto compiled = rust_bindings_of(bindings);
    if (compiled->answer().accepted) return std::nullopt;
    for (const rust_error& each : compiled->answer().errors) lines.push_back(each.line);
  } else {
    const auto compiled = precompiled_bindings_of(bindings);
    if (compiled->answer().accepted) return std::nullopt;
    lines = compiled->answer().errors;
  }
  return lines.empty() ? std::vector<std::string>{"rejected without an error line"} : lines;
}

}  // namespace fearless::certifier
