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

/// What the compiler made of one typed case.
struct typed_judgement {
  verdict seen;
  std::chrono::milliseconds elapsed;
  std::vector<std::string> details;  ///< what was expected, and the compiler's first error lines
  std::string reproduce;             ///< a command to type at the project's root
  std::string judged{};              ///< when, where it was not now: see kept_judgements.hpp
};

/// Judges a `.type` or `.reject` case in the subject's language: PASS or FAIL, or TIMEOUT where the compiler or the
/// twin does not end. Blocks: for the compiler. Thread safety: may be called from several threads; the vocabulary is
/// precompiled once for all. Errors: user_error where the compiler, or clang-tidy where it is needed, is missing.
typed_judgement judge_typed(const paths&, const case_file&, const typed_subject&,
                            freshness = freshness::recorded_if_current);

/// What judge_typed would say without asking the compiler, or nothing.
std::optional<typed_judgement> recorded_judgement(const paths&, const case_file&, const typed_subject&);

/// The compiler's first error lines about the vocabulary alone; nothing where it compiles. A mutant for which there are
/// some is BROKEN. Thread safety and errors: as judge_typed.
std::optional<std::vector<std::string>> vocabulary_errors(const typed_subject&);

}  // namespace fearless::certifier
