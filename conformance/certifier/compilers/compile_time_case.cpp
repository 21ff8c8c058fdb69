// SPDX-License-Identifier: MIT
#include "compile_time_case.hpp"

#include <fmt/format.h>

#include "result_cache.hpp"
#include "precompiled_bindings.hpp"
#include "rust_bindings.hpp"
#include "toolbox.hpp"
#include "compile_time_finding.hpp"

namespace fearless::certifier {

namespace {

using clock = std::chrono::steady_clock;

std::chrono::milliseconds since(clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - start);
}

std::string command_for(const case_file& subject_case, const typed_subject& subject) {
  return fmt::format("./fearless certify {} --case {} --only typed", subject.name, subject_case.name);
}

}  // namespace

typed_judgement judge_typed(const paths& where, const case_file& subject_case, const typed_subject& subject,
                            freshness wanted) {
  const auto recorded = recorded_judgement(where, subject_case, subject);
  if (recorded && wanted == freshness::recorded_if_current) return *recorded;
  const auto start = clock::now();
  finding found =
      subject.crate ? judge_in_rust(where, subject_case, subject) : judge_in_cpp(where, subject_case, subject);
  keep(where, subject_case, subject, found);
  return {.seen = found.seen,
          .elapsed = since(start),
          .details = std::move(found.details),
          .reproduce = command_for(subject_case, subject)};
}

std::optional<typed_judgement> recorded_judgement(const paths& where, const case_file& subject_case,
                                                  const typed_subject& subject) {
  const auto start = clock::now();
  auto kept = find_kept(where, subject_case, subject);
  if (!kept) return std::nullopt;
  return typed_judgement{.seen = kept->seen,
                         .elapsed = since(start),
                         .details = std::move(kept->details),
                         .reproduce = command_for(subject_case, subject),
                         .judged = std::move(kept->judged)};
}

std::optional<std::vector<std::string>> vocabulary_errors(const typed_subject& subject) {
  std::vector<std::string> lines;
  if (subject.crate) {
    const auto vocabulary = rust_vocabulary_of(subject);
    if (vocabulary->answer().accepted) return std::nullopt;
    for (const rust_error& each : vocabulary->answer().errors) lines.push_back(each.line);
  } else {
    const auto vocabulary = vocabulary_of(subject);
    if (vocabulary->answer().accepted) return std::nullopt;
    lines = vocabulary->answer().errors;
  }
  return lines.empty() ? std::vector<std::string>{"rejected without an error line"} : lines;
}

}  // namespace fearless::certifier
