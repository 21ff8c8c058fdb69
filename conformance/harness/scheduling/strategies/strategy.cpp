// SPDX-License-Identifier: MIT
#include "scheduling/strategies/strategy.hpp"

#include <algorithm>
#include <utility>

namespace scheduling {

namespace {

constexpr std::array<std::pair<strategy, std::string_view>, 6> names{{
    {strategy::random, "random"},
    {strategy::pct_2, "pct-2"},
    {strategy::pct_3, "pct-3"},
    {strategy::noise, "noise"},
    {strategy::none, "none"},
    {strategy::exhaustive_2, "exhaustive-2"},
}};

}  // namespace

std::string_view name(strategy how) {
  return std::ranges::find(names, how, &std::pair<strategy, std::string_view>::first)->second;
}

std::optional<strategy> strategy_named(std::string_view name) {
  const auto found = std::ranges::find(names, name, &std::pair<strategy, std::string_view>::second);
  if (found == names.end()) return std::nullopt;
  return found->first;
}

}  // namespace scheduling
