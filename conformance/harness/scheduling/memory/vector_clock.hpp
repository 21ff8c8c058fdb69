// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// A number that a thread counts up at each of its releases. All that it does between two of them has the same epoch.
using epoch = std::uint32_t;

/// How much of each thread's past happens before a point in an execution, and the last sequentially consistent fence
/// that does.
///
/// C. J. Fidge, "Timestamps in message-passing systems that preserve the partial ordering", ACSC 1988.
class vector_clock {
 public:
  /// The last epoch of the thread that happens before, or 0 where none does.
  [[nodiscard]] epoch& of(int thread) { return epochs_[static_cast<std::size_t>(thread)]; }
  [[nodiscard]] epoch of(int thread) const { return epochs_[static_cast<std::size_t>(thread)]; }

  /// What happens before the other point now happens before this one too.
  void join(const vector_clock& other) {
    for (std::size_t i = 0; i < epochs_.size(); ++i) epochs_[i] = std::max(epochs_[i], other.epochs_[i]);
    last_fence = std::max(last_fence, other.last_fence);
  }

  /// Whether one of these epochs, the index of each of which is its thread, happens before.
  [[nodiscard]] bool includes_any(const std::array<epoch, most_threads>& others) const {
    bool any = false;  // without a branch for each, so that the compiler uses the processor's vectors
    for (std::size_t i = 0; i < epochs_.size(); ++i) any |= others[i] <= epochs_[i];
    return any;
  }

  std::uint32_t last_fence = 0;  ///< counted from 1 in the order of their execution; 0: none

 private:
  std::array<epoch, most_threads> epochs_{};
};

}  // namespace scheduling
