// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// A scenario, and what it is called where something is found in it.
struct named_scenario {
  std::string name;
  scenario what;
};

/// For each context that a step can be in, a scenario with every operation in that context: on objects that are open
/// and disconnected, free and poisoned, alive and gone.
const std::vector<named_scenario>& every_operation_in_each_context();

/// For each context a scenario in which an object of each kind is made there, and used afterwards by the main thread,
/// as far as it owns it.
const std::vector<named_scenario>& objects_that_outlive_each_context();

}  // namespace scenarios
