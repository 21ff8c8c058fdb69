// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"

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

}  // namespace fearless::certifier
