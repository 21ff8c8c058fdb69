// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Reduces a scenario as long as `still_fails` says that the smaller one fails in the same way. Asks at most `most`
/// times. Returns the smallest one that failed.
scenario shrink(scenario failing, std::size_t most, const std::function<bool(const scenario&)>& still_fails);

}  // namespace scenarios
