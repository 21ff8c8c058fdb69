// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// Where everything is; all absolute. What was installed is laid out as the two folders are that it comes from.
struct paths {
  std::filesystem::path source;          ///< the project's sources, or what was installed of them
  std::filesystem::path build;           ///< what was built of them
  std::filesystem::path output = build;  ///< where results, pages and what is remembered of earlier runs go
  bool is_installed = false;             ///< outside the project's tree, with what certifying needs and no more
};

/// Where everything is for this program, where nobody says otherwise: beside it if it was installed, and then it writes
/// to `fearless-output` in the current folder; otherwise in the project's tree, as it was when this program was built.
paths default_paths();

/// How a user calls this program: what to type again is said with it.
const char* called_as(const paths& where);

}  // namespace fearless::certifier
