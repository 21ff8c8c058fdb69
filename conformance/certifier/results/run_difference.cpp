// SPDX-License-Identifier: MIT
#include "run_difference.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "digest.hpp"

namespace fearless::certifier {

namespace {

run_in_short in_short(const results& run) {
  return {.name = run.header.implementation.name,
          .release = run.header.implementation.release,
          .started = run.header.origin.started,
          .verdict = run.summary.verdict,
          .rows = run.rows.size(),
          .is_discredited = std::ranges::any_of(run.rows, discredits)};
}

std::optional<std::vector<level>> levels_in(const results& run, const std::string& profile) {
  const auto found = run.summary.levels.find(profile);
  if (found == run.summary.levels.end()) return std::nullopt;
  return found->second;
}

std::vector<level> without(const std::optional<std::vector<level>>& some,
                           const std::optional<std::vector<level>>& others) {
  std::vector<level> left;
  if (some && others) std::ranges::set_difference(*some, *others, std::back_inserter(left));
  return left;
}

std::vector<level_change> compare_levels(const results& before, const results& after) {
  std::set<std::string> profiles;
  for (const results* run : {&before, &after})
    for (const auto& [profile, levels] : run->summary.levels) profiles.insert(profile);
  std::vector<level_change> made;
  for (const std::string& profile : profiles)
    made.push_back({.profile = profile, .before = levels_in(before, profile), .after = levels_in(after, profile)});
  return made;
}

/// So much of a digest as can be compared at sight.
std::string in_short(const std::string& sha256) {
  return "sha256 " + sha256.substr(0, 16);
}

std::string digest_of(const judged_implementation& judged, build_kind build) {
  const auto found = judged.libraries.find(build);
  return found == judged.libraries.end() ? "" : in_short(found->second);
}

/// So many files, and a digest of all of them; nothing without any.
std::string digest_of(const std::vector<judged_part>& parts) {
  if (parts.empty()) return "";
  std::string all;
  for (const judged_part& each : parts) all += fmt::format("{} {}\n", each.sha256, each.name);
  return fmt::format("{} files, {}", parts.size(), in_short(sha256(all)));
}

std::string digest_of_loads(const judged_implementation& judged, build_kind build) {
  const auto found = judged.loads.find(build);
  return found == judged.loads.end() ? "" : digest_of(found->second);
}

/// What may explain a difference, in the order of its weight.
std::vector<std::pair<std::string, std::string>> facts_of(const results& run) {
  const run_origin& origin = run.header.origin;
  const judged_implementation& judged = run.header.implementation;
  const controls_report& controls = run.header.controls;
  const demonstration_count demonstrations = count_demonstrations(run.rows);
  const auto& bindings = judged.native_bindings;
  return {{"implementation", judged.name},
          {"release", judged.release},
          {"library (plain)", digest_of(judged, build_kind::plain)},
          {"library (instrumented)", digest_of(judged, build_kind::instrumented)},
          {"what the library loads (plain)", digest_of_loads(judged, build_kind::plain)},
          {"what the library loads (instrumented)", digest_of_loads(judged, build_kind::instrumented)},
          {"native bindings", bindings ? in_short(bindings->sha256) : ""},
          {"what the native bindings read", bindings ? digest_of(bindings->reads) : ""},
          {"flags of the native bindings", bindings ? fmt::format("{}", fmt::join(bindings->flags, " ")) : ""},
          {"compiler of the native bindings", bindings ? bindings->compiler : ""},
          {"suite", origin.suite},
          {"commit of the suite", origin.commit},
          {"compiler", origin.toolchain.compiler},
          {"system", origin.toolchain.system},
          {"processor", origin.toolchain.processor},
          {"contained", words_for(run.header.containment)},
          {"profiles", fmt::format("{}", fmt::join(run.header.profiles, ", "))},
          {"controls caught", fmt::format("{} of {}", controls.caught, controls.of)},
          {"clean twins that pass", fmt::format("{} of {}", controls.clean, controls.clean_of)},
          {"demonstrations that pass", fmt::format("{} of {}", demonstrations.passed, demonstrations.of)}};
}

std::vector<circumstance> compare_circumstances(const results& before, const results& after) {
  const auto earlier = facts_of(before), later = facts_of(after);
  std::vector<circumstance> made;
  const auto or_none = [](const std::string& text) { return text.empty() ? "none" : text; };
  for (std::size_t i = 0; i < earlier.size(); ++i)
    if (earlier[i].second != later[i].second)
      made.push_back(
          {.what = earlier[i].first, .before = or_none(earlier[i].second), .after = or_none(later[i].second)});
  return made;
}

template <class Levels>
std::size_t total(const std::vector<level_change>& changes, Levels levels) {
  std::size_t sum = 0;
  for (const level_change& each : changes) sum += (each.*levels)().size();
  return sum;
}

}  // namespace

std::vector<level> level_change::lost() const {
  return without(before, after);
}

std::vector<level> level_change::gained() const {
  return without(after, before);
}

std::size_t run_difference::count(change_kind kind) const {
  return static_cast<std::size_t>(std::ranges::count(claims.changes, kind, &claim_change::kind));
}

std::size_t run_difference::levels_lost() const {
  return total(levels, &level_change::lost);
}

std::size_t run_difference::levels_gained() const {
  return total(levels, &level_change::gained);
}

run_difference difference_between(const results& before, const results& after) {
  return {.before = in_short(before),
          .after = in_short(after),
          .levels = compare_levels(before, after),
          .claims = compare_claims(before, after),
          .circumstances = compare_circumstances(before, after),
          .is_same_run = text_of(before) == text_of(after)};
}

}  // namespace fearless::certifier
