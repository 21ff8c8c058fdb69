// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "paths.hpp"
#include "repetition.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// What is saved as a case of its own, and with which library.
struct case_to_save {
  std::filesystem::path file;
  std::filesystem::path library;
  build_kind build;
  std::vector<std::string> shown;  ///< the threads side by side
  bool after_others = false;       ///< whether it breaks the claim only after other scenarios
};

/// Errors: `user_error` unless the file's name is that of a case.
void require_name_of_case(const std::filesystem::path& file);

/// Writes a program that repeats the execution and expects what the claims promise, and prints how to build it.
/// Errors: `user_error` if the execution was not repeated, or cannot be a case of its own; then no file is written.
void save_case(const paths& places, const case_to_save& what, const std::optional<repeated_execution>& again,
               terminal& screen);

}  // namespace fearless::certifier
