// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace fearless::certifier {

/// Reads a line of the event pipe, on which the judged program can write too. Nothing unless it is an event, and all
/// fields that the certifier reads are of their type. An event of a kind that it does not know is left as it is.
std::optional<nlohmann::json> read_event(std::string_view line);

}  // namespace fearless::certifier
