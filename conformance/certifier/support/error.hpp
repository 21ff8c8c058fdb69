// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace fearless::certifier {

/// An error that the user can correct: one line that says what is wrong, where, and what to do. `main` prints it and
/// exits with 2.
struct user_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// `can't ACTION FILE: REASON`, with the reason of this errno.
user_error file_error(std::string_view action, const std::filesystem::path& file, int error);

}  // namespace fearless::certifier
