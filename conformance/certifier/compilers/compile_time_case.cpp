// SPDX-License-Identifier: MIT
#include "compile_time_case.hpp"

#include <fmt/format.h>

#include "combined_cases.hpp"
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
                             .judged = std::move(cached->judged),
                             .read = std::move(cached->files)};
}

}  // namespace

compile_time_result judge_compile_time_case(const paths& where, const case_file& test_case,
                                            const native_bindings& bindings, cache_policy wanted) {
  return compile_time_cases(where, bindings, {test_case}, wanted).judge(test_case);
}

std::optional<compile_time_result> cached_case(const paths& where, const case_file& test_case,
                                               const native_bindings& bindings) {
  const auto start = clock::now();
  return from_cache(entry_of(where, test_case, bindings), test_case, bindings, start);
}

compile_time_cases::compile_time_cases(const paths& where, native_bindings bindings,
                                       const std::vector<case_file>& cases, cache_policy wanted)
    : where_(where), bindings_(std::move(bindings)) {
  std::vector<case_file> unjudged;
  for (const case_file& each : cases) {
    auto cached = wanted == cache_policy::use_if_current ? cached_case(where_, each, bindings_) : std::nullopt;
    if (cached)
      cached_.emplace(each.name, *std::move(cached));
    else
      unjudged.push_back(each);
  }
  if (!bindings_.crate && unjudged.size() > 1)
    combined_ = std::make_unique<combined_cases>(where_.source, bindings_, unjudged);
}

compile_time_cases::~compile_time_cases() = default;

std::vector<std::function<void()>> compile_time_cases::calls() const {
  if (!combined_) return {};
  std::vector<std::function<void()>> calls = combined_->calls();
  calls.insert(calls.begin(), [this] { precompiled_bindings_of(bindings_); });
  return calls;
}

compile_time_result compile_time_cases::judge(const case_file& test_case) const {
  if (const auto cached = cached_.find(test_case.name); cached != cached_.end()) return cached->second;
  const auto start = clock::now();
  const cache_entry entry = entry_of(where_, test_case, bindings_);
  finding found = bindings_.crate ? judge_in_rust(where_.source, test_case, bindings_)
                                  : judge_in_cpp(where_.source, test_case, bindings_, combined_.get());
  store(entry, found.seen, found.details, found.read);
  return {.seen = found.seen,
          .elapsed = since(start),
          .details = std::move(found.details),
          .reproduce = command_for(test_case, bindings_),
          .judged = {},
          .read = {std::make_shared<const std::set<std::filesystem::path>>(found.read.files())}};
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
