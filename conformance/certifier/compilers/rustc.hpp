// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dependency_file.hpp"

namespace fearless::certifier {

/// A program or a crate for rustc.
struct rust_program {
  std::filesystem::path file;  ///< relative to `directory`, so that messages are the same in every tree
  std::filesystem::path directory;
  std::vector<std::string> flags;
  std::string rustc = "rustc";  ///< a name on PATH, or a path
};

/// An error of rustc: its code, empty if it has none, and one line with place and message.
struct rust_error {
  std::string code;
  std::string line;
};

/// The result of rustc for a program.
struct rust_answer {
  bool accepted = false;
  bool timed_out = false;
  std::vector<rust_error> errors;  ///< errors with a place in the program, or all others if there are none
  files_read read;

  /// The first error with this code, or null.
  [[nodiscard]] const rust_error* error_with(std::string_view code) const;

  /// The first error with another code or without one, or null.
  [[nodiscard]] const rust_error* error_without(std::string_view code) const;
};

/// Checks a program, including borrows, without producing one.
/// Blocks: until rustc ends, at most two minutes. Thread safety: yes. Errors: user_error if rustc is missing.
rust_answer try_rustc(const rust_program&);

/// The crate name of a program: the name of a case contains dots, which crate names must not.
inline constexpr const char* program_name = "program";

/// Compiles and links a program into `folder`, as `program_name`. Otherwise as try_rustc.
rust_answer build_with_rustc(const rust_program&, const std::filesystem::path& folder);

/// Compiles a crate into `folder`. Otherwise as try_rustc.
rust_answer build_crate(const rust_program& root, const std::string& name, const std::filesystem::path& folder);

/// The version line of a rustc. Blocks: for rustc. Errors: user_error if it is missing.
std::string release_of_rustc(const std::string& rustc);

/// The folder of the toolchain that a rustc belongs to. Otherwise as release_of_rustc.
std::filesystem::path sysroot_of(const std::string& rustc);

/// The errors among the JSON diagnostics of rustc, one diagnostic a line.
std::vector<rust_error> rust_errors(std::string_view diagnostics);

}  // namespace fearless::certifier
