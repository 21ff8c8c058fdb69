// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace unseen {

/// Addresses, without the last one.
struct code_range {
  std::uintptr_t begin, end;
  bool operator==(const code_range&) const = default;
};

/// Notes that the code that is loaded now is the program's own.
void note_own_code();

/// Where the code is that is loaded now and was not then: an implementation's.
[[nodiscard]] std::vector<code_range> code_of_others();

}  // namespace unseen
