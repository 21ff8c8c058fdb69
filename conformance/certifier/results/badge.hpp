// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "results.hpp"

namespace fearless::certifier {

/// The run as a badge for the shields endpoint: the levels reached, never a percentage.
nlohmann::json badge(const results& run);

}  // namespace fearless::certifier
