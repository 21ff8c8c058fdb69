// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// An execution of a stress case, which its strategy and its seed make happen again.
struct controlled_execution {
  std::string strategy;
  std::uint64_t seed = 0;
  std::uint64_t number = 0;  ///< from 1, among those of its strategy

  /// Its name for `--replay`: `pct-3:17`.
  [[nodiscard]] std::string token() const;

  /// In words: `execution 17 of pct-3 (seed 17)`.
  [[nodiscard]] std::string words() const;
};

/// The execution that a line `pct-3:17 17` names, as the test program leaves it in its execution file; nothing where
/// the line says none.
std::optional<controlled_execution> execution_in(const std::string& line);

/// How the schedules of a stress case are to be searched; where nothing is said, as the suite does by itself.
struct search_options {
  std::optional<std::string> strategy;      ///< only this one
  std::optional<std::uint64_t> executions;  ///< of each strategy
  std::optional<std::uint64_t> seed;        ///< of each strategy's first execution
  std::optional<std::string> replay;        ///< only this execution, `STRATEGY:SEED`

  /// The test program's arguments that say so.
  [[nodiscard]] std::vector<std::string> arguments() const;

  /// How much longer this may take than what the suite does by itself.
  [[nodiscard]] std::chrono::seconds more_time() const;
};

/// Errors: `user_error` for a strategy that there is not, a replay that names no execution or more than that, and for
/// either without the stress cases that it is of.
void require_sensible(const search_options& asked, const std::vector<std::string>& cases);

}  // namespace fearless::certifier
