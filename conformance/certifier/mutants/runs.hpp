// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace fearless::certifier {

/// How far apart the seeds of two runs are: no two share one.
inline constexpr std::uint64_t seeds_of_a_run = 100'000;

/// For each run the number of the execution that killed the mutant, or nothing.
using kills_in_runs = std::vector<std::optional<std::uint64_t>>;

/// The runs in order, those without a kill last.
kills_in_runs ordered(kills_in_runs runs);

/// A number, or null for none.
nlohmann::json number_or_null(const std::optional<std::uint64_t>& number);

}  // namespace fearless::certifier
