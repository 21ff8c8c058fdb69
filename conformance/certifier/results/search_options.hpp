// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// An execution of a stress case, which strategy and seed reproduce.
struct controlled_execution {
  std::string strategy;
  std::uint64_t seed = 0;
  std::uint64_t number = 0;  ///< from 1, among the executions of its strategy

  /// Its name for `--replay`: `pct-3:17`.
  [[nodiscard]] std::string token() const;

  /// In words: `execution 17 of pct-3 (seed 17)`.
  [[nodiscard]] std::string words() const;
};

/// The execution that a line `pct-3:17 17` of the test program's execution file names; nothing for another line.
std::optional<controlled_execution> execution_in(const std::string& line);

/// A strategy of the test program.
struct strategy_info {
  std::string name;
  bool serialises = false;     ///< runs one thread at a time, which needs intercepted operations
  bool is_exhaustive = false;  ///< tries every schedule of a kind
  bool in_portfolio = false;   ///< used unless the command line names one strategy
};

/// How stress cases explore schedules. Without a value, the default of the suite applies.
struct search_options {
  std::optional<std::string> strategy;      ///< only this one
  std::optional<std::uint64_t> executions;  ///< of each strategy
  std::optional<std::uint64_t> seed;        ///< of each strategy's first execution
  std::optional<std::string> replay;        ///< only this execution, `STRATEGY:SEED`
  bool is_exhaustive = false;               ///< whether `strategy` is

  /// The arguments for the test program.
  [[nodiscard]] std::vector<std::string> arguments() const;

  /// The additional time limit for these options.
  [[nodiscard]] std::chrono::seconds more_time() const;
};

/// Checks that the options fit together and fit the cases. Errors: `user_error` for a malformed replay, a replay with
/// other options, and a strategy or a replay without stress cases.
void require_sensible(const search_options& asked, const std::vector<std::string>& cases);

/// The strategy that the options name, by itself or in a replay, or nothing. Errors: `user_error` for a malformed
/// replay.
std::optional<std::string> strategy_in(const search_options& asked);

/// The options, with what is known of their strategy. Errors: `user_error` for an unknown strategy.
search_options resolved(search_options asked, const std::vector<strategy_info>& known);

}  // namespace fearless::certifier
