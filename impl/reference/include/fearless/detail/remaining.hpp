// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fearless::detail {

/// What remains when an owner is dropped.
enum class remaining : std::uint8_t {
  owners,  ///< other owners: the value stays
  weak,    ///< only weak owners: destroy the value, then remove the owners' share of the block
  none     ///< no owner and no weak owner: destroy the value and the block; the counts are no longer valid
};

}  // namespace fearless::detail
