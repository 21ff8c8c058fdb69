// SPDX-License-Identifier: MIT
#include "runs.hpp"

#include <algorithm>
#include <utility>

namespace fearless::certifier {

kills_in_runs ordered(kills_in_runs runs) {
  std::ranges::sort(runs, {}, [](const auto& run) { return std::pair(!run.has_value(), run.value_or(0)); });
  return runs;
}

nlohmann::json number_or_null(const std::optional<std::uint64_t>& number) {
  return number ? nlohmann::json(*number) : nlohmann::json();
}

}  // namespace fearless::certifier
