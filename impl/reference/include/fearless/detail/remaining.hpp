// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fearless::detail {

/// Whom an owner leaves behind when it goes.
enum class remaining : std::uint8_t {
  owners,  // other owners: the value stays
  weak,    // no owner: the value is to go, and after it what the owners have of the block
  nobody   // nobody who could come to the block: all of it is to go, and its counts mean nothing any more
};

}  // namespace fearless::detail
