// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/contexts.hpp"

namespace scenarios {

/// Short scenarios with the objects of one group of the port, and threads where the group needs them. They leave no
/// object behind, so that the memory which remains can be measured, and attributed to the group.
const std::vector<named_scenario>& each_group_alone();

}  // namespace scenarios
