// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// Absolute paths of the folders that the program uses. An installed Fearless has the same layout as its tree.
struct paths {
  std::filesystem::path source;                          ///< the project's sources, or their installed part
  std::filesystem::path build;                           ///< what was built from them
  std::filesystem::path output = build;                  ///< folder of results and pages
  std::filesystem::path cache = build / "result-cache";  ///< folder of the result cache; empty: there is none
  bool is_installed = false;  ///< outside the project's tree, with the parts that certifying needs
};

/// The folders beside this program if it is installed, with `fearless-output` in the current folder for its output, and
/// the user's folder for caches for the result cache: what comes with the sources that are judged must not be taken for
/// a result. Otherwise those of the project's tree from which it was built.
paths default_paths();

/// The command with which a user calls this program, for messages.
const char* called_as(const paths& where);

}  // namespace fearless::certifier
