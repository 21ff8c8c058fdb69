// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// A number that a thread counts up at each of its releases. All that it does between two of them has the same tick.
using tick = std::uint32_t;

/// How much of each thread's past happens before a point in an execution, and the last sequentially consistent fence
/// that does.
///
/// C. J. Fidge, "Timestamps in message-passing systems that preserve the partial ordering", ACSC 1988.
class vector_clock {
 public:
  /// The last tick of the thread that happens before, or 0 where none does.
  [[nodiscard]] tick& of(int thread) { return ticks_[static_cast<std::size_t>(thread)]; }
  [[nodiscard]] tick of(int thread) const { return ticks_[static_cast<std::size_t>(thread)]; }

  /// What happens before the other point now happens before this one too.
  void join(const vector_clock& other) {
    for (std::size_t i = 0; i < ticks_.size(); ++i) ticks_[i] = std::max(ticks_[i], other.ticks_[i]);
    last_fence = std::max(last_fence, other.last_fence);
  }

  /// Whether one of these ticks, the index of each of which is its thread, happens before.
  [[nodiscard]] bool includes_any(const std::array<tick, most_threads>& others) const {
    bool any = false;  // without a branch for each, so that the compiler uses the processor's vectors
    for (std::size_t i = 0; i < ticks_.size(); ++i) any |= others[i] <= ticks_[i];
    return any;
  }

  std::uint32_t last_fence = 0;  ///< counted from 1 in the order of their execution; 0: none

 private:
  std::array<tick, most_threads> ticks_{};
};

}  // namespace scheduling
