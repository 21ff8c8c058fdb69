// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/observed.hpp"
#include "scenarios/saving/case_plan.hpp"
#include "scenarios/saving/case_sequence.hpp"

namespace scenarios {

/// Notes in a plan which results hold in each order of its steps, and how its threads can be ordered.
void find_orders(const observed_execution& seen, const case_sequence& sequence, case_plan& plan);

}  // namespace scenarios
