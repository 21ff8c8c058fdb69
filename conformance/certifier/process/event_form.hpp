// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace fearless::certifier {

/// Reads a line that should be the event with this number, from 0, on a socket that the judged library can write to as
/// well. Nothing unless it begins with the secret and the number, is an event, and all fields that the certifier reads
/// are of their type. An event of a kind that it does not know is left as it is.
std::optional<nlohmann::json> read_event(std::string_view line, std::string_view secret, std::size_t number);

}  // namespace fearless::certifier
