// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dependency_file.hpp"

namespace fearless::certifier {

/// A program or a crate that is put before rustc.
struct rust_program {
  std::filesystem::path file;  ///< relative to `directory`, so that messages don't depend on where the tree stands
  std::filesystem::path directory;
  std::vector<std::string> flags;
  std::string rustc = "rustc";  ///< the one that is asked: on PATH, or a file
};

/// An error of rustc's: its code, empty where it has none, and one line that says where and what.
struct rust_error {
  std::string code;
  std::string line;
};

/// What rustc said of a program.
struct rust_answer {
  bool accepted = false;
  bool timed_out = false;
  std::vector<rust_error> errors;  ///< those about a place in the program; where there are none, any
  files_read read;

  /// The first error that has this code, or null.
  [[nodiscard]] const rust_error* error_with(std::string_view code) const;

  /// The first error that has another code or none, or null.
  [[nodiscard]] const rust_error* error_without(std::string_view code) const;
};

/// Has a program checked, borrows too, without making one.
/// Blocks: until rustc ends, at most two minutes. Thread safety: yes. Errors: user_error where rustc is missing.
rust_answer try_rustc(const rust_program&);

/// What a program is called as a crate: a case's own name has dots, which a crate's may not have.
inline constexpr const char* program_name = "program";

/// Compiles and links a program into `folder`, under `program_name`. Else as try_rustc.
rust_answer build_with_rustc(const rust_program&, const std::filesystem::path& folder);

/// Compiles a crate of that name into `folder`. Else as try_rustc.
rust_answer build_crate(const rust_program& root, const std::string& name, const std::filesystem::path& folder);

/// What a rustc says that it is, one line. Blocks: for rustc. Errors: user_error where it is missing.
std::string release_of_rustc(const std::string& rustc);

/// The errors that a JSON diagnostic a line of rustc's tell of.
std::vector<rust_error> rust_errors(std::string_view diagnostics);

}  // namespace fearless::certifier
