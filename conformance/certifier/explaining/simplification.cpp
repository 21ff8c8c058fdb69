// SPDX-License-Identifier: MIT
#include "simplification.hpp"

#include <algorithm>
#include <utility>

namespace fearless::certifier {

namespace {

departures without(const departures& all, std::size_t from, std::size_t count) {
  departures rest(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from));
  rest.insert(rest.end(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + count)), all.end());
  return rest;
}

/// The plainest plan, those with one departure, and those with only the last ones: the fewer, the earlier.
std::vector<departures> short_plans(const departures& all) {
  std::vector<departures> plans{{}};
  for (const std::string& each : all) plans.push_back({each});
  for (std::size_t last = 2; last < all.size(); last *= 2) plans.push_back(without(all, 0, all.size() - last));
  return plans;
}

/// Leaves out `size` departures at a time, wherever that is possible. Returns whether it was.
bool leave_out(departures& plan, std::size_t size, const plan_trial& trial, const std::function<bool()>& is_over) {
  bool has_changed = false;
  // From the last one on: what comes late is needed more often, and depends on what comes before.
  std::size_t end = plan.size();
  while (end > 0 && !is_over()) {
    std::vector<departures> candidates;
    std::vector<std::size_t> begins;
    for (std::size_t at = end; at > 0; at -= std::min(at, size)) {
      begins.push_back(at - std::min(at, size));
      candidates.push_back(without(plan, begins.back(), at - begins.back()));
    }
    const auto fails = trial(candidates);
    if (!fails) break;
    plan = std::move(candidates[*fails]);
    end = begins[*fails];
    has_changed = true;
  }
  return has_changed;
}

}  // namespace

simplified_plan simplified(departures failing, const plan_trial& trial, const std::function<bool()>& is_over) {
  departures plan = std::move(failing);
  if (!plan.empty()) {
    auto plans = short_plans(plan);
    if (const auto fails = trial(plans)) plan = std::move(plans[*fails]);
  }
  for (std::size_t size = std::max<std::size_t>(plan.size() / 2, 1); size > 1 && !is_over(); size /= 2)
    leave_out(plan, size, trial, is_over);
  while (!is_over())
    if (plan.empty() || !leave_out(plan, 1, trial, is_over)) return {.plan = std::move(plan), .is_minimal = !is_over()};
  return {.plan = std::move(plan)};
}

}  // namespace fearless::certifier
