// SPDX-License-Identifier: MIT
#include "badge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <vector>

#include "json_lines.hpp"
#include "levels.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

/// The profiles with the levels that they reach, those with the same levels together: `threads, channels: behaves ·
/// mutex: typed`. A profile without a level is left out; empty if no profile has one.
std::string levels_in_words(const run_summary& summary, bool is_whole) {
  std::map<std::vector<level>, std::vector<std::string>> profiles_by_levels;
  for (const auto& [profile, reached] : summary.levels) profiles_by_levels[reached].push_back(profile);
  if (is_whole && profiles_by_levels.size() == 1 && !profiles_by_levels.begin()->first.empty())
    return fmt::format("all profiles: {}", words_for(profiles_by_levels.begin()->first, " + "));
  std::vector<std::string> parts;
  for (const auto& [reached, profiles] : profiles_by_levels)
    if (!reached.empty()) parts.push_back(fmt::format("{}: {}", fmt::join(profiles, ", "), words_for(reached, " + ")));
  return fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace

json badge(const results& run) {
  const conclusion verdict = run.summary.verdict;
  const bool fearless =
      std::ranges::all_of(run.summary.levels, [](const auto& profile) { return is_fearless(profile.second); });
  const std::string levels = levels_in_words(run.summary, run.header.requested_profiles.empty());
  std::vector<std::string> parts;
  if (verdict != conclusion::conforming) parts.emplace_back(name(verdict));
  if (!levels.empty()) parts.push_back(levels);
  json made{{"schemaVersion", 1},
            {"label", "fearless"},
            {"message", parts.empty() ? "no level" : fmt::format("{}", fmt::join(parts, " · "))}};
  made["color"] = verdict == conclusion::not_conforming   ? "red"
                  : verdict == conclusion::could_not_tell ? "lightgrey"
                  : fearless                              ? "brightgreen"
                                                          : "green";
  if (verdict != conclusion::conforming) made["isError"] = verdict == conclusion::could_not_tell;
  return made;
}

std::string badge_text(const results& run) {
  return json_text(badge(run), 2) + "\n";
}

}  // namespace fearless::certifier
