// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scheduling/strategies/planned.hpp"

/// Plans as text. The first line is `{"memory": true, "seed": 17}`: whether the memory model is on, and the seed of the
/// body of the execution. In a file of plans each further line is one plan, as the array of its departures; in a
/// recording each is one departure: `["switches", 1, 5, 2]`, its kind, thread, number and answer.
namespace scheduling {

[[nodiscard]] const char* name(departure::kind of);

/// The plans of a file. `models_memory`: for all of them.
struct plans_read {
  std::vector<plan> plans;
  bool models_memory;
};

/// Reads a file of plans; nothing where it is malformed or can't be read.
std::optional<plans_read> read_plans(const std::string& file);

/// The strategy, which writes to the file how each of its executions departs from the plainest one, as it departs: the
/// file has the last execution. Nothing where the file can't be written.
const registered_strategy* recorded_to(const std::string& file, const registered_strategy& how);

}  // namespace scheduling
