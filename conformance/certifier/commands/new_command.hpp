// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fearless::certifier {

struct new_options {
  std::string name;              ///< of the implementation and of the folder
  std::string language = "cpp";  ///< of a template
};

/// `fearless new`: writes the folder `name` into the current one, with the skeleton of a port that builds at once. The
/// folder appears whole or not at all. Prints the commands to type next. Returns the exit code, 0. Errors: `user_error`
/// if the name is invalid, the language has no template, or the folder exists.
int write_new(const std::filesystem::path& source, const new_options& options);

}  // namespace fearless::certifier
