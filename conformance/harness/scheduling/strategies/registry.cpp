// SPDX-License-Identifier: MIT
#include "scheduling/strategies/registry.hpp"

#include <algorithm>
#include <array>

#include "scheduling/strategies/all.hpp"

namespace scheduling {

namespace {

constexpr search_budget serial_budget{.executions = 300};
constexpr search_budget free_budget{.executions = 100};
constexpr search_budget every_schedule{.executions = 1'000'000, .is_limited_in_time = false, .most_detached = 1};

// Strategies that serialise come first: once threads ran freely, those that outlive an execution are detached.
// name, serialises, is exhaustive, models memory, in portfolio, budget
constexpr std::array all{
    registered_strategy{"random", true, false, false, true, serial_budget, random_strategy},
    registered_strategy{"pct-2", true, false, false, true, serial_budget, pct_2},
    registered_strategy{"pct-3", true, false, false, true, serial_budget, pct_3},
    registered_strategy{"weak-1", true, false, true, true, serial_budget, weak_1},
    registered_strategy{"weak-2", true, false, true, true, serial_budget, weak_2},
    registered_strategy{"pct-2-weak-1", true, false, true, true, serial_budget, pct_2_weak_1},
    registered_strategy{"exhaustive-2", true, true, false, false, every_schedule, exhaustive_2},
    registered_strategy{"exhaustive-2-weak-2", true, true, true, false, every_schedule, exhaustive_2_weak_2},
    registered_strategy{"noise", false, false, false, true, free_budget, noise},
    registered_strategy{"none", false, false, false, true, free_budget, no_strategy},
};

}  // namespace

std::span<const registered_strategy> strategies() {
  return all;
}

const registered_strategy* find_strategy(std::string_view name) {
  const auto* const found = std::ranges::find(all, name, &registered_strategy::name);
  return found == all.end() ? nullptr : found;
}

}  // namespace scheduling
