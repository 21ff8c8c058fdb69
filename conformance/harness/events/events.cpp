// SPDX-License-Identifier: MIT
#include "events/events.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "events/channel.hpp"

namespace events {

void emit(const nlohmann::json& event) {
  const std::string line = event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
  send_line(line.data(), line.size());
}

}  // namespace events
