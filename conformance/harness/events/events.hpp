// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace events {

/// Sets the pipe that events are written to, which only the certifier reads. Until it is set, events are discarded.
void set_event_descriptor(int descriptor);
[[nodiscard]] int event_descriptor();  // -1 until it is set

/// Writes an event, a line of JSON. Thread safety: may be called from any thread.
void emit(const nlohmann::json& event);

}  // namespace events
