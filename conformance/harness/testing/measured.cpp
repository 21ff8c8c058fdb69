// SPDX-License-Identifier: MIT
#include "testing/measured.hpp"

#include <nlohmann/json.hpp>

#include "events/events.hpp"

namespace testing {

void measured(std::string_view name, double value, std::string_view unit) {
  events::emit({{"event", "measured"}, {"name", name}, {"value", value}, {"unit", unit}});
}

}  // namespace testing
