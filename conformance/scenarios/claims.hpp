// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// How often each action was performed, by `action`.
using performed_actions = std::array<std::uint64_t, 48>;

/// A claim that the model judges.
struct judged_claim {
  std::string_view id;
  std::string_view table;            ///< the group of the port's functions that it needs
  std::vector<action> exercised_by;  ///< a search that performed none of these says nothing about it
};

/// All of them, sorted by id.
std::span<const judged_claim> judged_claims();

/// The one of this id; null where the model does not judge the claim.
const judged_claim* find_judged_claim(std::string_view id);

/// Whether the search exercised the claim.
bool is_exercised(const judged_claim& claim, const performed_actions& performed);

}  // namespace scenarios
