// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>

namespace scenarios {

/// Random numbers that are the same everywhere: the standard's distributions are not.
class dice {
 public:
  explicit dice(std::uint64_t seed) : numbers_(seed) {}

  std::uint64_t below(std::uint64_t count) { return numbers_() % count; }
  int from_to(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least + 1)));
  }
  bool percent(std::uint64_t chance) { return below(100) < chance; }

  /// A number at a boundary: a power of two, or its neighbour. Small ones are more likely.
  std::uint64_t boundary(int most_bits) {
    int bits = 0;
    while (bits < most_bits && percent(78)) ++bits;
    return std::max<std::uint64_t>(1, (std::uint64_t{1} << bits) - 1 + below(3));
  }

 private:
  std::mt19937_64 numbers_;
};

}  // namespace scenarios
