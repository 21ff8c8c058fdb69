// SPDX-License-Identifier: MIT
#include "claim_change.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "claim_standing.hpp"

namespace fearless::certifier {

namespace {

enum class state { holds, fails, unsupported, undecided };

state state_of(verdict seen) {
  if (seen == verdict::pass) return state::holds;
  if (seen == verdict::unsupported) return state::unsupported;
  return is_failure(seen) ? state::fails : state::undecided;
}

/// The claims that a run judged.
std::map<std::string, claim_standing> standings_of(const results& run) {
  std::map<std::string, claim_standing> standings;
  for (const row& each : run.rows)
    if (is_tallied(each)) standings[each.claim].add(each);
  return standings;
}

std::string profile_in(const results& run, const std::string& claim) {
  const auto found = run.header.claims.find(claim);
  return found == run.header.claims.end() ? "" : found->second;
}

/// The change that two rows show, of which one may be missing. Of both, the later one is shown if it did not pass.
claim_change change_between(const row* before, const row* after, change_kind kind) {
  const row& any = after != nullptr ? *after : *before;
  claim_change made{
      .claim = any.claim, .profile = {}, .kind = kind, .before = {}, .after = {}, .test = {}, .detail = {}};
  for (const row* each : {before, after}) {
    if (each == nullptr || each->verdict == verdict::pass) continue;
    made.test = title_of(*each);
    made.detail = each->details.empty() ? "" : each->details.front();
  }
  if (before != nullptr) made.before = before->verdict;
  if (after != nullptr) made.after = after->verdict;
  return made;
}

auto importance(const claim_change& of) {
  return std::tuple(of.kind, of.after, of.before, of.claim);
}

/// The most important change of a claim with the same sentence in both runs, or nothing.
std::optional<claim_change> compare(const claim_standing& before, const claim_standing& after) {
  std::optional<claim_change> found;
  const auto consider = [&](const row& earlier, const row& later) {
    const auto kind = change_of(earlier.verdict, later.verdict);
    if (!kind) return;
    claim_change made = change_between(&earlier, &later, *kind);
    if (!found || importance(made) < importance(*found)) found = std::move(made);
  };
  std::size_t common = 0;
  for (const auto& [build, earlier] : before.worst_rows()) {
    const auto later = after.worst_rows().find(build);
    if (later == after.worst_rows().end()) continue;
    ++common;
    consider(*earlier, *later->second);
  }
  if (common < before.worst_rows().size() || common < after.worst_rows().size())
    consider(*before.worst_row(), *after.worst_row());
  return found;
}

}  // namespace

std::optional<change_kind> change_of(verdict before, verdict after) {
  if (before == after) return std::nullopt;
  const state from = state_of(before), to = state_of(after);
  if (from == state::holds) return change_kind::lost;
  if (to == state::holds) return change_kind::gained;
  if (from == to) return change_kind::differs;
  if (to == state::unsupported) return change_kind::unsupported;
  if (to == state::undecided) return change_kind::undecided;
  return from == state::unsupported ? change_kind::supported : change_kind::decided;
}

claim_comparison compare_claims(const results& before, const results& after) {
  const auto earlier = standings_of(before), later = standings_of(after);
  claim_comparison made{};
  const auto add = [&](claim_change change, const results& run) {
    change.profile = profile_in(run, change.claim);
    made.changes.push_back(std::move(change));
  };
  for (const auto& [claim, standing] : earlier) {
    const row* const was = standing.worst_row();
    const auto found = later.find(claim);
    if (found == later.end()) {
      add(change_between(was, nullptr, change_kind::gone), before);
      continue;
    }
    ++made.compared;
    const row* const is = found->second.worst_row();
    if (was->text_sha256 != is->text_sha256)
      add(change_between(was, is, change_kind::stale), after);
    else if (auto change = compare(standing, found->second))
      add(*std::move(change), after);
  }
  for (const auto& [claim, standing] : later)
    if (!earlier.contains(claim)) add(change_between(nullptr, standing.worst_row(), change_kind::added), after);
  std::ranges::sort(made.changes, {}, importance);
  return made;
}

}  // namespace fearless::certifier
