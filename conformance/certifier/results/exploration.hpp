// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "row.hpp"
#include "search_options.hpp"

namespace fearless::certifier {

/// What a stress case said of its search for a schedule that shows a defect.
struct exploration {
  std::optional<std::vector<explored_strategy>> explored{};  ///< none if the case reported no strategy
  std::optional<interception> intercepted{};
  std::optional<controlled_execution> forbidden{};  ///< the execution that showed what must not be
  std::string outcome{};                            ///< which was this
  std::vector<std::string> unmet{};                 ///< outcomes that must be seen and were not
  bool garbled = false;                             ///< an event was not what it has to be, and was left out
};

/// Reads it out of the events of a run; of a case that searches nothing, all of it stays empty.
exploration exploration_of(const std::vector<nlohmann::json>& events);

/// The measurements among the events of a run, by name; malformed ones are left out.
std::map<std::string, measurement> measurements_of(const std::vector<nlohmann::json>& events);

/// What the stress cases of a run that passed searched together.
struct search_total {
  std::size_t rows = 0;
  std::vector<std::string> strategies{};  ///< in the order in which they were used
  std::uint64_t executions = 0;
  std::uint64_t detached = 0;  ///< of these: ran on freely, the implementation having escaped control
  std::uint64_t fewest = 0;    ///< executions of any one row
};

search_total search_of(const std::vector<row>& rows);

/// What came of each strategy, a line each: `pct-3: 300 executions, 31 points each: one 299; none 1`.
std::vector<std::string> lines_of_search(const std::vector<explored_strategy>& explored);

/// The chance of failing at which so many executions would have shown a failure, at 95 %: 3/n.
double bound_after(std::uint64_t executions);

/// A number with its thousands apart: `27,000`.
std::string grouped(std::uint64_t number);

}  // namespace fearless::certifier
