// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// A scenario drawn from all that the port can do. The same seed gives the same scenario on every machine.
scenario generate(std::uint64_t seed);

/// A step, or a few that belong together, for a thread that may own these objects.
std::vector<step> generate_steps(const std::vector<handle>& objects, std::uint64_t seed);

}  // namespace scenarios
