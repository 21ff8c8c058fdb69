// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// The groups of the port.
enum class group : std::uint8_t { channels, mutexes, arcs, rcs, threads };
inline constexpr std::size_t group_count = 5;

/// How often each action was performed, by `action`, and at the end, how often the memory of each group was measured.
using performed_actions = std::array<std::uint64_t, 48>;

/// The place of a group's memory in these.
constexpr std::size_t memory_of(group measured) {
  return std::tuple_size_v<performed_actions> - group_count + static_cast<std::size_t>(measured);
}

/// A claim that the model judges.
struct judged_claim {
  std::string_view id;
  std::string_view table;            ///< the group of the port's functions that it needs
  std::vector<action> exercised_by;  ///< a search that performed none of these says nothing about it
  std::optional<group> measures{};   ///< or that did not measure this group's memory
};

/// All of them, sorted by id.
std::span<const judged_claim> judged_claims();

/// The one of this id; null where the model does not judge the claim.
const judged_claim* find_judged_claim(std::string_view id);

/// Whether the search exercised the claim.
bool is_exercised(const judged_claim& claim, const performed_actions& performed);

}  // namespace scenarios
