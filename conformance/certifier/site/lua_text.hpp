// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace fearless::certifier {

/// A JSON value as a Lua expression: an object or an array becomes a table, null becomes nil. Lua reads it many times
/// faster than it decodes JSON.
std::string lua_text(const nlohmann::json&);

}  // namespace fearless::certifier
