// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"

namespace fearless::certifier {

/// An implementation as compile-time cases see it: where its <native.hpp> or its crate `native` is, and what compiles
/// and links a user of it.
struct native_bindings {
  std::vector<std::filesystem::path> include;
  std::vector<std::string> flags;                    ///< those that name a library are left out where nothing is linked
  std::optional<std::filesystem::path> replacement;  ///< a mutant of the native bindings, in place of it
  std::string name = "reference";                    ///< of the implementation, for the command that reproduces
  std::optional<std::filesystem::path> crate{};      ///< the root of the crate, where it is in Rust
  std::string rustc = "rustc";                       ///< the one that is asked, where it is in Rust
};

/// A text that is the same for equal bindings, whatever their name.
std::string key_of(const native_bindings&);

/// The native bindings of an implementation that has one, as compile-time cases see it.
native_bindings bindings_of(const implementation&);

}  // namespace fearless::certifier
