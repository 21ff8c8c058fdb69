// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace scheduling {

/// Pseudo-random numbers that are the same for the same seed on every machine. The standard's distributions are not,
/// and its generators are too large for each thread to have one.
class random_numbers {
 public:
  constexpr explicit random_numbers(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    // SplitMix64: neighbouring seeds give sequences that are unrelated.
    state_ += step;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
  }

  /// One of 0 … `count` - 1.
  constexpr std::uint64_t below(std::uint64_t count) { return next() % count; }

  /// True with the probability 1 / `times`.
  constexpr bool once_in(std::uint64_t times) { return below(times) == 0; }

  /// Skips `count` numbers.
  constexpr void skip(std::uint64_t count) { state_ += count * step; }

 private:
  static constexpr std::uint64_t step = 0x9E3779B97F4A7C15;
  std::uint64_t state_;
};

}  // namespace scheduling
