// SPDX-License-Identifier: MIT
#include "revision.hpp"

#include "defaults.hpp"
#include "error.hpp"
#include "files.hpp"
#include "process.hpp"

namespace fearless::certifier {

std::string version() {
  return defaults::version;
}

std::string revision(const std::filesystem::path& source) try {
  // An installed tree is not in a repository of its own.
  if (const auto noted = source / "REVISION"; std::filesystem::exists(noted)) return lines_of(read_text(noted)).at(0);
  const outcome git =
      run({.arguments = {"git", "-C", source.string(), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"},
           .environment = {},
           .directory = source,
           .bounds = {}});
  const auto lines = lines_of(git.standard_output);
  return git.exit_code == 0 && lines.size() == 1 ? lines.front() : "unknown";
} catch (const user_error&) {
  return "unknown";
}

}  // namespace fearless::certifier
