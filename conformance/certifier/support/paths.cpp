// SPDX-License-Identifier: MIT
#include "paths.hpp"

#include "defaults.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

paths default_paths() {
  const fs::path folder = fs::canonical("/proc/self/exe").parent_path();
  const paths installed{.source = (folder / defaults::installed_source).lexically_normal(),
                        .build = (folder / defaults::installed_build).lexically_normal(),
                        .output = fs::absolute("fearless-output"),
                        .is_installed = true};
  std::error_code absent;
  const bool is_beside = fs::is_directory(installed.source, absent) && fs::is_directory(installed.build, absent);
  return is_beside ? installed : paths{.source = defaults::source, .build = defaults::build};
}

const char* called_as(const paths& where) {
  return where.is_installed ? "fearless" : "./fearless";
}

}  // namespace fearless::certifier
