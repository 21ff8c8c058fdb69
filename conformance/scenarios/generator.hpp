// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// A scenario drawn from all that the port can do. The same seed gives the same scenario on every machine.
scenario generate(std::uint64_t seed);

/// A scenario that differs from this one in a few steps.
scenario mutate(const scenario& from, std::uint64_t seed);

}  // namespace scenarios
