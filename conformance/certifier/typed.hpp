// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "freshness.hpp"
#include "implementation.hpp"
#include "paths.hpp"
#include "sources.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// An implementation as typed cases see it: where its <subject.hpp> or its crate `subject` is, and what compiles and
/// links a user of it.
struct typed_subject {
  std::vector<std::filesystem::path> include;
  std::vector<std::string> flags;                    ///< those that name a library are left out where nothing is linked
  std::optional<std::filesystem::path> replacement;  ///< a mutant of the vocabulary, in place of it
  std::string name = "reference";                    ///< of the implementation, for the command that reproduces
  std::optional<std::filesystem::path> crate{};      ///< the root of the crate, where it is in Rust
  std::string rustc = "rustc";                       ///< the one that is asked, where it is in Rust
};

/// A text that is the same for equal subjects, whatever they are called.
std::string key_of(const typed_subject&);

/// The vocabulary of an implementation that has one, as typed cases see it.
typed_subject vocabulary_subject(const implementation&);

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
