// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fearless::certifier {

/// A text that changes when a file is replaced or written: its place, size and times, without reading it.
std::string stamp_of(const std::filesystem::path& file);

/// A text that is the same as long as this very program judges with the very same tools: this rustc, or clang and
/// clang-tidy where it is empty; the linker, the libraries that these consist of, and the environment that they heed.
/// `directory` is where they run. Found out once in a run. Thread safety: yes. Errors: user_error where the compiler is
/// missing.
const std::string& identity_of_tools(const std::string& rustc, const std::filesystem::path& directory);

}  // namespace fearless::certifier
