// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fearless::certifier {

/// A text that changes when a file is replaced or written: its path, size and times. Does not read the file.
std::string stamp_of(const std::filesystem::path& file);

/// A text that identifies this program and its tools: this rustc, or clang and clang-tidy if `rustc` is empty; the
/// linker, the libraries of these programs, and the environment variables that they use. `directory` is where they run.
/// Computed once in a run. Thread safety: yes. Errors: user_error if the compiler is missing.
const std::string& identity_of_tools(const std::string& rustc, const std::filesystem::path& directory);

}  // namespace fearless::certifier
