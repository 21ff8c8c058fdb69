// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fearless::certifier {

struct new_options {
  std::string name;              ///< the implementation's, and the folder's
  std::string language = "cpp";  ///< one for which there is a template
};

/// `fearless new`: writes the folder `name` into the current one: a port that builds at once, and says what to write
/// next. The folder is there whole, or not at all. Prints what to do with it. Returns the exit code, 0. Errors:
/// `user_error` where the name is none, the language has no template, or something of that name is there.
int write_new(const std::filesystem::path& source, const new_options& options);

}  // namespace fearless::certifier
