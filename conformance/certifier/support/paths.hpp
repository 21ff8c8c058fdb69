// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// Absolute paths of the folders that the program uses. An installed Fearless has the same layout as its tree.
struct paths {
  std::filesystem::path source;          ///< the project's sources, or their installed part
  std::filesystem::path build;           ///< what was built from them
  std::filesystem::path output = build;  ///< folder of results, pages and the result cache
  bool is_installed = false;             ///< outside the project's tree, with the parts that certifying needs
};

/// The folders beside this program if it is installed, with `fearless-output` in the current folder for its output;
/// otherwise those of the project's tree from which it was built.
paths default_paths();

/// The command with which a user calls this program, for messages.
const char* called_as(const paths& where);

}  // namespace fearless::certifier
