// SPDX-License-Identifier: MIT
#include "attribution.hpp"

#include <algorithm>

namespace fearless::certifier {

namespace {

bool names(const scenario_finding& found, const std::string& claim) {
  return std::ranges::find(found.claims, claim) != found.claims.end();
}

/// Whether `found` is of the same kind as `other`, and breaks some of its claims and no further one.
bool breaks_a_part_of(const scenario_finding& found, const scenario_finding& other) {
  return found.rule == other.rule && !found.claims.empty() &&
         std::ranges::all_of(found.claims, [&](const std::string& claim) { return names(other, claim); });
}

}  // namespace

attribution attribute(const std::string& claim, const std::vector<scenario_finding>& all) {
  attribution made;
  for (const scenario_finding& each : all) {
    if (!names(each, claim)) continue;
    const auto without = std::ranges::find_if(
        all, [&](const scenario_finding& other) { return !names(other, claim) && breaks_a_part_of(other, each); });
    if (without == all.end()) return {.decides = &each};
    if (made.with == nullptr) made = {.with = &each, .without = &*without};
  }
  return made;
}

}  // namespace fearless::certifier
