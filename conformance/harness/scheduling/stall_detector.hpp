// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

#include "system/unseen.hpp"

namespace scheduling {

/// Recognises that the thread that has the turn waits, or spins, where the scheduler can't see it: then no thread would
/// ever go on. How long that takes says nothing, since a thread that has no processor neither sleeps nor runs; so
/// samples of the thread's state are compared.
class stall_detector {
 public:
  static constexpr std::chrono::milliseconds between_samples{100};

  /// Takes a sample of the thread. `operations` is how many scheduling points there have been. True where the thread
  /// has stalled.
  bool is_stalled(const unseen::thread_state& state, std::uint64_t operations);

 private:
  struct sample {
    std::uint64_t operations = 0;
    std::chrono::nanoseconds at{0}, ran{0};
    bool slept = false;
  };
  sample last_;
};

}  // namespace scheduling
