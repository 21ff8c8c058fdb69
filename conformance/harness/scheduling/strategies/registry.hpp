// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// Where a search ends unless the command line says how many executions it has.
struct search_budget {
  std::uint64_t executions;
  bool is_limited_in_time = true;
  std::uint64_t most_detached = 2;  ///< also where the command line says how many
};

/// A strategy that the harness has.
struct registered_strategy {
  std::string_view name;  ///< on the command line and in results
  bool serialises;        ///< whether one thread at a time runs under it
  bool is_exhaustive;     ///< whether it executes every schedule that it knows, if it is given the time
  bool models_memory;     ///< whether it chooses values too, in an instrumented library
  bool in_portfolio;      ///< whether a search uses it unless the command line names one strategy
  search_budget budget;
  strategy& (*get)();
};

/// All of them; a search uses those of the portfolio in this order.
[[nodiscard]] std::span<const registered_strategy> strategies();

/// The one of this name; null where there is none.
[[nodiscard]] const registered_strategy* find_strategy(std::string_view name);

}  // namespace scheduling
