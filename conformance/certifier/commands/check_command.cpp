// SPDX-License-Identifier: MIT
#include "check_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "case_heads.hpp"
#include "catalogue.hpp"
#include "checks.hpp"
#include "marker_cases.hpp"

namespace fearless::certifier {

std::vector<violation> all_violations(const paths& where, const catalogue& text) {
  std::vector<violation> found = violations_of_text(where.source, text);
  for (const auto& more : {violations_of_evidence(where.source, text), violations_of_case_heads(where.source, text),
                           violations_of_marker_cases(where.source, text), violations_of_listings(where, text)})
    found.insert(found.end(), more.begin(), more.end());
  std::ranges::sort(found);
  return found;
}

int check(const paths& where, const check_options& options) {
  const catalogue text = extract_catalogue(where.source);
  if (options.fix) {
    const std::size_t written = write_marker_cases(where.source, text) + write_case_heads(where.source, text);
    fmt::print("{} {} written\n", written, written == 1 ? "case" : "cases");
  }
  const std::vector<violation> found = all_violations(where, text);
  for (const violation& each : found) fmt::print("{}:{}: {}\n", each.file, each.line, each.message);
  if (!found.empty()) {
    fmt::print("\n{} {}\n", found.size(), found.size() == 1 ? "problem" : "problems");
    return 1;
  }
  std::size_t listings = 0;
  for (const chapter& each : text.chapters) listings += each.listings.size();
  const auto demonstrations = std::ranges::count(text.claims, true, &claim::is_demonstration);
  fmt::print("Consistent: {} claims, {} demonstrations, {} cases, {} mutants, {} listings.\n",
             std::ssize(text.claims) - demonstrations, demonstrations, case_files(where.source, text).size(),
             mutant_files(where.source, text).size(), listings);
  return 0;
}

}  // namespace fearless::certifier
