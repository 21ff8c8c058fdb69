// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "scheduling/strategies/registry.hpp"

namespace scheduling {

/// What the command line of the test program asks of a search.
struct request {
  const registered_strategy* only = nullptr;  ///< instead of the portfolio
  std::optional<std::uint64_t> executions;    ///< of each strategy, instead of the budget
  std::uint64_t first_seed = 1;
  bool is_replay = false;      ///< of the one execution that has this strategy and seed
  std::string execution_file;  ///< where to write which execution is running; empty: nowhere
};

/// The request of this process.
inline request& requested() {
  static request asked;
  return asked;
}

}  // namespace scheduling
