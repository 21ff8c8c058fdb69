// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"

namespace fearless::certifier {

/// The names of an implementation as compile-time cases see them: <native.hpp> or the crate `native`, and the flags
/// that compile and link a program that uses them.
struct native_bindings {
  std::vector<std::filesystem::path> include;
  std::vector<std::string> flags;                    ///< flags for libraries are used only for linking
  std::optional<std::filesystem::path> replacement;  ///< a mutant, which stands in for them
  std::string name = "reference";                    ///< of the implementation, for messages
  std::optional<std::filesystem::path> crate{};      ///< the root of the crate, in Rust
  std::string rustc = "rustc";                       ///< which rustc to use, in Rust
};

/// A text that is the same for equal bindings with any name.
std::string key_of(const native_bindings&);

/// The native bindings of an implementation. Requires that it has some.
native_bindings bindings_of(const implementation&);

}  // namespace fearless::certifier
