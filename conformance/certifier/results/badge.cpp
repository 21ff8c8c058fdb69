// SPDX-License-Identifier: MIT
#include "badge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "levels.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

/// Levels that all profiles share are stated once; otherwise each profile with a level is listed.
std::string message_for(const levels_by_profile& profiles) {
  constexpr std::string_view separator = " + ";
  std::vector<std::string> parts;
  bool alike = true;
  for (const auto& [profile, reached] : profiles) {
    alike = alike && reached == profiles.begin()->second;
    if (!reached.empty()) parts.push_back(fmt::format("{}: {}", profile, words_for(reached, separator)));
  }
  if (parts.empty()) return "no level";
  return alike ? words_for(profiles.begin()->second, separator) : fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace

json badge(const results& run) {
  const conclusion verdict = run.summary.verdict;
  const bool fearless =
      std::ranges::all_of(run.summary.levels, [](const auto& profile) { return is_fearless(profile.second); });
  json made{{"schemaVersion", 1}, {"label", "fearless"}};
  if (verdict == conclusion::conforming) {
    made["message"] = message_for(run.summary.levels);
    made["color"] = fearless ? "brightgreen" : "green";
  } else {
    made["message"] = name(verdict);
    made["color"] = verdict == conclusion::not_conforming ? "red" : "lightgrey";
    made["isError"] = verdict == conclusion::could_not_tell;
  }
  return made;
}

}  // namespace fearless::certifier
