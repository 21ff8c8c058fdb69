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

std::optional<compile_time_result> from_cache(const cache_entry& entry, const case_file& test_case,
                                              const native_bindings& bindings, clock::time_point start) {
  auto cached = find_cached(entry);
  if (!cached) return std::nullopt;
  return compile_time_result{.seen = cached->seen,
                             .elapsed = since(start),
                             .details = std::move(cached->details),
                             .reproduce = command_for(test_case, bindings),
                             .judged = std::move(cached->judged)};
}

}  // namespace

compile_time_result judge_compile_time_case(const paths& where, const case_file& test_case,
                                            const native_bindings& bindings, cache_policy wanted) {
  const auto start = clock::now();
  const cache_entry entry = entry_of(where, test_case, bindings);
  if (wanted == cache_policy::use_if_current)
    if (auto cached = from_cache(entry, test_case, bindings, start)) return *std::move(cached);
  finding found = bindings.crate ? judge_in_rust(where.source, test_case, bindings)
                                 : judge_in_cpp(where.source, test_case, bindings);
  store(entry, found.seen, found.details, found.read);
  return {.seen = found.seen,
          .elapsed = since(start),
          .details = std::move(found.details),
          .reproduce = command_for(test_case, bindings)};
}

std::optional<compile_time_result> cached_case(const paths& where, const case_file& test_case,
                                               const native_bindings& bindings) {
  const auto start = clock::now();
  return from_cache(entry_of(where, test_case, bindings), test_case, bindings, start);
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
