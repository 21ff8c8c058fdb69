// SPDX-License-Identifier: MIT
#include "needs_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "error.hpp"
#include "implementation.hpp"
#include "nearest.hpp"

namespace fearless::certifier {

int needs(const std::filesystem::path& build, const std::vector<std::string>& names) {
  const std::vector<std::string> built = implementation_names(build);
  const std::vector<missing_implementation> missing = missing_implementations(build);
  std::vector<std::string> known = built;
  for (const auto& each : missing) known.push_back(each.name);
  std::ranges::sort(known);

  std::set<std::string> packages;
  for (const std::string& name : names.empty() ? known : names) {
    const auto found = std::ranges::find(missing, name, &missing_implementation::name);
    if (found != missing.end()) {
      packages.insert(found->packages.begin(), found->packages.end());
    } else if (std::ranges::find(built, name) != built.end()) {
      const auto needed = needs_of(build, name);
      packages.insert(needed.begin(), needed.end());
    } else {
      throw user_error(fmt::format("unknown implementation {}: {}", name, suggest(name, known)));
    }
  }
  for (const std::string& package : packages) fmt::print("{}\n", package);
  return 0;
}

}  // namespace fearless::certifier
