// SPDX-License-Identifier: MIT
#include "toolbox.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "error.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

std::optional<fs::path> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const auto end = rest.find(':');
    fs::path candidate = fs::path(rest.substr(0, end)) / name;
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    std::error_code absent;
    if (fs::is_regular_file(candidate, absent) && ::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return std::nullopt;
}

void require(const tool& needed) {
  if (!find_program(needed.program))
    throw user_error(
        fmt::format("{} is not installed; it {}: run `{}`", needed.program, needed.purpose, needed.remedy));
}

void require_rustc(const std::string& which) {
  require({.program = which.c_str(), .purpose = tools::rustc.purpose, .remedy = tools::rustc.remedy});
}

}  // namespace fearless::certifier
