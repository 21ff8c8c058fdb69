// SPDX-License-Identifier: MIT
#include "valid_utf8.hpp"

#include <nlohmann/json.hpp>

namespace fearless::certifier {

using nlohmann::json;

std::string valid_utf8(const std::string& text) {
  return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace)).get<std::string>();
}

}  // namespace fearless::certifier
