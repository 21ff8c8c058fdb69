// SPDX-License-Identifier: MIT
#include "check_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue.hpp"
#include "checks.hpp"

namespace fearless::certifier {

std::vector<violation> all_violations(const paths& where, const catalogue& text) {
  std::vector<violation> found = violations_of_text(where.source, text);
  for (const auto& more : {violations_of_evidence(where.source, text), violations_of_listings(where, text)})
    found.insert(found.end(), more.begin(), more.end());
  std::ranges::sort(found);
  return found;
}

int check(const paths& where) {
  const catalogue text = extract_catalogue(where.source);
  const std::vector<violation> found = all_violations(where, text);
  for (const violation& each : found) fmt::print("{}:{}: {}\n", each.file, each.line, each.message);
  if (!found.empty()) {
    fmt::print("\n{} {}\n", found.size(), found.size() == 1 ? "problem" : "problems");
    return 1;
  }
  std::size_t listings = 0;
  for (const chapter& each : text.chapters) listings += each.listings.size();
  fmt::print("No problems: {} claims, {} cases, {} mutants and {} listings agree.\n", text.claims.size(),
             case_files(where.source, text).size(), mutant_files(where.source, text).size(), listings);
  return 0;
}

}  // namespace fearless::certifier
