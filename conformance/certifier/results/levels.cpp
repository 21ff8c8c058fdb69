// SPDX-License-Identifier: MIT
#include "levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fearless::certifier {

namespace {

/// The rows of one profile.
class profile_rows {
 public:
  profile_rows(const std::vector<row>& rows, const catalogue& claims, const std::string& profile) {
    for (const auto& each : rows) {
      const claim* of = claims.find(each.claim);
      if (of != nullptr && of->profile == profile && is_tallied(each)) rows_.push_back(&each);
    }
  }

  [[nodiscard]] bool has(build_kind build) const {
    return std::ranges::any_of(rows_, [&](const row* each) { return each->build == build; });
  }

  [[nodiscard]] bool all_pass(build_kind build) const {
    return std::ranges::all_of(rows_,
                               [&](const row* each) { return each->build != build || each->verdict == verdict::pass; });
  }

  [[nodiscard]] bool all_unsupported(build_kind build) const {
    return std::ranges::all_of(
        rows_, [&](const row* each) { return each->build != build || each->verdict == verdict::unsupported; });
  }

  /// Whether the library of a build was there.
  [[nodiscard]] bool was_run(build_kind build) const {
    return std::ranges::any_of(
        rows_, [&](const row* each) { return each->build == build && each->verdict != verdict::not_run; });
  }

  [[nodiscard]] shortfall missed() const {
    std::set<std::string> failing, lacking, undecided;
    const bool has_bindings = !all_unsupported(build_kind::compile_time);
    for (const row* each : rows_) {
      if (is_failure(each->verdict)) failing.insert(each->claim);
      if (each->verdict == verdict::unsupported && each->method && (is_run_time(*each->method) || has_bindings))
        lacking.insert(each->details.begin(), each->details.end());
      if (is_undecided(*each)) undecided.insert(each->claim);
    }
    if (!was_run(build_kind::plain) && was_run(build_kind::instrumented)) undecided.merge(unproved());
    std::erase_if(undecided, [&](const std::string& claim) { return failing.contains(claim); });
    return {.failing = failing.size(), .undecided = undecided.size(), .lacking = {lacking.begin(), lacking.end()}};
  }

  [[nodiscard]] bool behaves() const {
    if (was_run(build_kind::plain) || !was_run(build_kind::instrumented)) return all_pass(build_kind::plain);
    return unproved().empty() && all_pass(build_kind::instrumented);
  }

 private:
  /// Whether the file was there, and still nothing can be said.
  [[nodiscard]] bool is_undecided(const row& of) const {
    return of.verdict == verdict::timeout || of.verdict == verdict::invalid ||
           (of.verdict == verdict::not_run && (of.case_name.empty() || was_run(of.build)));
  }

  /// The claims on run time that only the plain library, which is not there, could have shown.
  [[nodiscard]] std::set<std::string> unproved() const {
    std::set<std::string> claims;
    for (const row* each : rows_)
      if (each->method && is_run_time(*each->method)) claims.insert(each->claim);
    for (const row* each : rows_)
      if (each->build == build_kind::instrumented && each->verdict == verdict::pass) claims.erase(each->claim);
    return claims;
  }

  std::vector<const row*> rows_;
};

std::vector<level> levels_of(const profile_rows& rows) {
  std::vector<level> reached;
  bool any_tested = false;
  const auto take = [&](level each, bool is_reached, bool is_tested) {
    if (!is_reached) return;
    reached.push_back(each);
    any_tested |= is_tested;
  };
  take(level::behaves, rows.behaves(), rows.has(build_kind::plain) || rows.has(build_kind::instrumented));
  take(level::race_checked, rows.all_pass(build_kind::instrumented), rows.has(build_kind::instrumented));
  take(level::typed, rows.all_pass(build_kind::compile_time), rows.has(build_kind::compile_time));
  if (!any_tested) reached.clear();
  return reached;
}

}  // namespace

levels_by_profile levels_of(const std::vector<row>& rows, const catalogue& claims,
                            const std::vector<std::string>& profiles) {
  levels_by_profile levels;
  for (const auto& profile : profiles) levels[profile] = levels_of(profile_rows(rows, claims, profile));
  return levels;
}

levels_by_profile not_certifiable(const std::vector<row>& rows, const catalogue& claims,
                                  const std::vector<std::string>& profiles) {
  levels_by_profile levels;
  for (const auto& profile : profiles) {
    const profile_rows of(rows, claims, profile);
    if (of.has(build_kind::compile_time) && of.all_unsupported(build_kind::compile_time))
      levels[profile] = {level::typed};
  }
  return levels;
}

std::map<std::string, shortfall> shortfalls(const std::vector<row>& rows, const catalogue& claims,
                                            const std::vector<std::string>& profiles) {
  std::map<std::string, shortfall> all;
  for (const auto& profile : profiles) {
    shortfall of = profile_rows(rows, claims, profile).missed();
    if (of.failing > 0 || of.undecided > 0 || !of.lacking.empty()) all[profile] = std::move(of);
  }
  return all;
}

std::map<level, std::string> not_judged(const std::vector<row>& rows) {
  const auto reason_for_no = [&](build_kind build) -> std::string {
    const row* idle = nullptr;
    for (const row& each : rows) {
      if (each.build != build || each.case_name.empty()) continue;
      if (each.verdict != verdict::not_run || each.details.empty()) return "";
      if (idle == nullptr) idle = &each;
    }
    return idle != nullptr ? idle->details.front() : "";
  };
  const std::string no_plain = reason_for_no(build_kind::plain),
                    no_instrumented = reason_for_no(build_kind::instrumented);
  std::map<level, std::string> reasons;
  if (!no_plain.empty() && !no_instrumented.empty()) reasons[level::behaves] = no_plain;
  if (!no_instrumented.empty()) reasons[level::race_checked] = no_instrumented;
  return reasons;
}

reasoned_conclusion conclude(const std::vector<row>& rows, const levels_by_profile& levels,
                             const std::vector<std::string>& profiles_by_name, const judged_implementation& judged) {
  const auto any = [&](auto condition) { return std::ranges::any_of(rows, condition); };
  const auto is_absent = [&](const std::string& profile) {
    return levels.contains(profile) && levels.at(profile).empty();
  };
  // Failures come first: a detector that fails to report cannot turn a pass into a failure.
  if (any(is_wrong)) return {conclusion::not_conforming, "claims do not hold"};
  if (any(discredits)) return {conclusion::could_not_tell, "a detector did not show what it must, or a row is INVALID"};
  const auto is_open = [&](const row& each) {
    const bool should_run = each.case_name.empty() || has_file_for(judged, each.build);
    return each.verdict == verdict::timeout || (each.verdict == verdict::not_run && should_run);
  };
  if (any(is_open)) return {conclusion::could_not_tell, "rows are TIMEOUT or NOTRUN"};
  if (const auto absent = std::ranges::find_if(profiles_by_name, is_absent); absent != profiles_by_name.end())
    return {conclusion::not_conforming,
            fmt::format("no claim fails, but the profile {}, which --profile names, has no level", *absent)};
  if (!any([](const row& each) { return each.verdict == verdict::pass && !each.is_demonstration; }))
    return {conclusion::could_not_tell, "no row is PASS"};
  return {conclusion::conforming, ""};
}

run_summary summary_of(const results& run) {
  // Each profile is computed from its own rows alone, so that the time stays in proportion to their number.
  std::map<std::string, std::vector<row>> rows;
  std::map<std::string, catalogue> claims;
  for (const row& each : run.rows)
    if (const auto found = run.header.claims.find(each.claim); found != run.header.claims.end())
      rows[found->second].push_back(each);
  for (const auto& [id, profile] : run.header.claims) {
    claim& listed = claims[profile].claims.emplace_back();
    listed.id = id;
    listed.profile = profile;
  }
  run_summary made;
  for (const std::string& profile : run.header.profiles) {
    made.levels.merge(levels_of(rows[profile], claims[profile], {profile}));
    made.not_certifiable.merge(not_certifiable(rows[profile], claims[profile], {profile}));
    made.shortfalls.merge(shortfalls(rows[profile], claims[profile], {profile}));
  }
  made.verdict = conclude(run.rows, made.levels, run.header.requested_profiles, run.header.implementation).verdict;
  made.not_judged = not_judged(run.rows);
  // What an implementation says of itself follows from nothing.
  made.explanations = run.summary.explanations;
  return made;
}

}  // namespace fearless::certifier
