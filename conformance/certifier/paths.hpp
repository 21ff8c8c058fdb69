// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// Where the project's sources and its build folder are; both absolute.
struct paths {
  std::filesystem::path source;
  std::filesystem::path build;
};

}  // namespace fearless::certifier
