// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace events {

/// Sends an event to the certifier, as a line of JSON. Thread safety: may be called from any thread.
void emit(const nlohmann::json& event);

}  // namespace events
