// SPDX-License-Identifier: MIT
#include "system_folder.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace fearless::certifier {

namespace fs = std::filesystem;

bool is_of_system(const fs::path& file) {
  constexpr std::array folders{"/lib/",       "/lib32/",     "/lib64/",      "/libx32/",     "/usr/lib/",
                               "/usr/lib32/", "/usr/lib64/", "/usr/libx32/", "/usr/include/"};
  std::error_code absent;
  const std::string place = fs::weakly_canonical(file, absent).string();
  return std::ranges::any_of(folders, [&](const char* folder) { return place.starts_with(folder); });
}

}  // namespace fearless::certifier
