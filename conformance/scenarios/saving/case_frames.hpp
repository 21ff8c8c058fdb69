// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/observed.hpp"
#include "scenarios/saving/case_plan.hpp"

namespace scenarios {

/// Puts the steps that were observed into frames: the functions of the case. Errors: `std::invalid_argument` if a step
/// cannot be part of a case.
void put_into_frames(const observed_execution& seen, case_plan& plan);

}  // namespace scenarios
