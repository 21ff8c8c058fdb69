// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "results.hpp"

namespace fearless::certifier {

/// The run as a badge in the JSON of shields.io: the levels reached, never a percentage.
nlohmann::json badge(const results& run);

/// The contents of badge.json.
std::string badge_text(const results& run);

}  // namespace fearless::certifier
