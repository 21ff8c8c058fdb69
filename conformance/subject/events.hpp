// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace subject {

/// Where the suite tells what happened: a pipe that only the certifier reads. Until it is set, events go nowhere.
void set_event_descriptor(int descriptor);
[[nodiscard]] int event_descriptor();  // -1 until it is set

/// Writes an event, a line of JSON. Thread safety: may be called from any thread.
void emit(const nlohmann::json& event);

/// Records a figure that a case measured: evidence, never a verdict.
void measured(std::string_view name, double value, std::string_view unit);

}  // namespace subject
