// SPDX-License-Identifier: MIT
#include "diff_words.hpp"

#include <fmt/format.h>

#include <map>

#include "printable.hpp"

namespace fearless::certifier {

namespace {

std::string_view title_of(change_kind kind) {
  switch (kind) {
    case change_kind::lost:
      return "lost: held before, and does not hold now";
    case change_kind::gained:
      return "gained: holds now";
    case change_kind::unsupported:
      return "unsupported now, and did not hold before";
    case change_kind::undecided:
      return "undecided now, and did not hold before";
    case change_kind::supported:
      return "supported now, but fails";
    case change_kind::decided:
      return "decided now, but fails";
    case change_kind::differs:
      return "another verdict, and neither holds";
    case change_kind::stale:
      return "stale: the sentence is another one, so the verdicts can't be compared";
    case change_kind::added:
      return "new: only AFTER judged it";
    case change_kind::gone:
      return "gone: only BEFORE judged it";
  }
  return "";
}

/// `2 claims and 1 level`; empty if there are none.
std::string claims_and_levels(std::size_t claims, std::size_t levels) {
  std::string words = claims > 0 ? counted(claims, "claim") : "";
  if (levels > 0) words += (claims > 0 ? " and " : "") + counted(levels, "level");
  return words;
}

}  // namespace

std::vector<diff_section> sections_of(const run_difference& found) {
  std::map<change_kind, diff_section> sections;
  for (const claim_change& each : found.claims.changes) {
    diff_section& section = sections[each.kind];
    section.title = title_of(each.kind);
    section.changes.push_back(each);
  }
  std::vector<diff_section> sorted;
  for (auto& [kind, section] : sections) sorted.push_back(std::move(section));
  return sorted;
}

std::string brief(std::string_view text) {
  constexpr std::size_t most_bytes = 100;
  return printable(text, most_bytes);
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string conclusion_of(const run_difference& found) {
  if (found.is_same_run) return "nothing lost: the two runs are identical";
  if (found.is_open()) return "could not tell whether something is lost";
  const std::string lost = claims_and_levels(found.count(change_kind::lost), found.levels_lost()),
                    gained = claims_and_levels(found.count(change_kind::gained), found.levels_gained());
  if (lost.empty() && gained.empty() && found.claims.changes.empty())
    return fmt::format("nothing lost: the runs agree on all {}", counted(found.claims.compared, "claim"));
  return fmt::format("{}, {}", lost.empty() ? "nothing lost" : lost + " lost",
                     gained.empty() ? "nothing gained" : gained + " gained");
}

std::vector<std::string> warnings_of(const run_difference& found) {
  std::vector<std::string> warnings;
  if (found.before.name != found.after.name)
    warnings.emplace_back("BEFORE and AFTER are runs of different implementations.");
  for (const auto& [role, run] : {std::pair("BEFORE", found.before), std::pair("AFTER", found.after)})
    if (run.is_discredited)
      warnings.push_back(
          fmt::format("{} says nothing: a row is INVALID, or a demonstration of the detector failed.", role));
  return warnings;
}

std::string_view word_for(std::optional<verdict> seen) {
  return seen ? name(*seen) : "not judged";
}

std::string words_for(const std::optional<std::vector<level>>& levels) {
  return levels ? words_for(*levels, ", ") : "not judged";
}

}  // namespace fearless::certifier
