// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "scheduling/strategies/registry.hpp"

namespace scheduling {

/// What an exploration is asked for on the test program's command line.
struct request {
  const registered_strategy* only = nullptr;  ///< instead of the portfolio
  std::optional<std::uint64_t> executions;    ///< of each strategy, instead of the budget
  std::uint64_t first_seed = 1;
  bool is_replay = false;      ///< of the one execution that `only` and `first_seed` name
  std::string execution_file;  ///< where to note which execution is on; empty: nowhere
};

/// The one that this process was given.
inline request& requested() {
  static request asked;
  return asked;
}

}  // namespace scheduling
