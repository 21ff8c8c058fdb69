// SPDX-License-Identifier: MIT
#include "badge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "levels.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

using levels = std::vector<std::string>;

std::string words_for(const levels& reached) {
  return is_fearless(reached) ? "fearless" : fmt::format("{}", fmt::join(reached, " + "));
}

/// What all profiles share is said once; else each profile that reaches anything is named.
std::string message_for(const json& profiles) {
  std::vector<std::string> parts;
  bool alike = true;
  for (const auto& [profile, reached] : profiles.items()) {
    alike = alike && reached == profiles.front();
    if (!reached.empty()) parts.push_back(fmt::format("{}: {}", profile, words_for(reached.get<levels>())));
  }
  if (parts.empty()) return "no level";
  return alike ? words_for(profiles.front().get<levels>()) : fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace

json badge(const results& run) {
  const auto verdict = run.footer.at("verdict").get<std::string>();
  const json& profiles = run.footer.at("levels");
  const bool fearless = std::ranges::all_of(profiles, [](const json& each) { return is_fearless(each.get<levels>()); });
  json made{{"schemaVersion", 1}, {"label", "fearless"}};
  if (verdict == "conforming") {
    made["message"] = message_for(profiles);
    made["color"] = fearless ? "brightgreen" : "green";
  } else {
    made["message"] = verdict;
    made["color"] = verdict == "not conforming" ? "red" : "lightgrey";
    made["isError"] = verdict == "could not tell";
  }
  return made;
}

}  // namespace fearless::certifier
