// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "row.hpp"
#include "search_options.hpp"

namespace fearless::certifier {

/// What a stress case reported of the schedules that it explored.
struct exploration {
  std::optional<std::vector<explored_strategy>> explored{};  ///< none if the case reported no strategy
  std::optional<interception> intercepted{};
  std::optional<controlled_execution> forbidden{};  ///< the execution with a forbidden outcome
  std::string outcome{};                            ///< the forbidden outcome
  std::vector<std::string> unmet{};                 ///< required outcomes that were not seen
  bool garbled = false;  ///< whether an event was malformed and left out, or says what can't be
};

/// Reads it from the events of a run, which took so long. It stays empty for other cases.
exploration exploration_of(const std::vector<nlohmann::json>& events, std::chrono::milliseconds elapsed);

/// Whether what is said of a strategy can be: each of its executions had one outcome, also the one that failed.
bool is_possible(const explored_strategy& of);

/// The measurements among the events of a run, by name; malformed ones are left out.
std::map<std::string, measurement> measurements_of(const std::vector<nlohmann::json>& events);

/// The schedules that the stress cases of a run explored together. Only rows that passed count.
struct search_total {
  std::size_t rows = 0;
  std::vector<std::string> strategies{};  ///< in the order of use
  std::uint64_t executions = 0;
  std::uint64_t detached = 0;  ///< of these, executions that ran on without control
  std::uint64_t fewest = 0;    ///< the least number of executions of a row
};

search_total search_of(const std::vector<row>& rows);

/// A line for each strategy: `pct-3: 300 executions, 31 scheduling points each: one 299; none 1`.
std::vector<std::string> lines_of_search(const std::vector<explored_strategy>& explored);

/// The bound on the failure rate after so many executions without a failure, with 95 % confidence: 3/n.
double bound_after(std::uint64_t executions);

/// A number with separated thousands: `27,000`.
std::string grouped(std::uint64_t number);

}  // namespace fearless::certifier
