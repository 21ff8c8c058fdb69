// SPDX-License-Identifier: MIT
#include "paths.hpp"

#include <cstdlib>

#include "defaults.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// As the XDG Base Directory Specification has it; empty if the user has no such folder.
fs::path folder_for_cache() {
  const auto folder_in = [](const char* variable) {
    const char* value = std::getenv(variable);
    const fs::path folder = value == nullptr ? "" : value;
    return folder.is_absolute() ? folder : fs::path();
  };
  if (const fs::path caches = folder_in("XDG_CACHE_HOME"); !caches.empty()) return caches / "fearless";
  const fs::path home = folder_in("HOME");
  return home.empty() ? fs::path() : home / ".cache" / "fearless";
}

}  // namespace

paths default_paths() {
  const fs::path folder = fs::canonical("/proc/self/exe").parent_path();
  const paths installed{.source = (folder / defaults::installed_source).lexically_normal(),
                        .build = (folder / defaults::installed_build).lexically_normal(),
                        .output = fs::absolute("fearless-output"),
                        .cache = folder_for_cache(),
                        .is_installed = true};
  std::error_code absent;
  const bool is_beside = fs::is_directory(installed.source, absent) && fs::is_directory(installed.build, absent);
  return is_beside ? installed : paths{.source = defaults::source, .build = defaults::build};
}

const char* called_as(const paths& where) {
  return where.is_installed ? "fearless" : "./fearless";
}

}  // namespace fearless::certifier
