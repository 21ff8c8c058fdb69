// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

#include "system/unseen.hpp"

namespace scheduling {

/// Recognises that the thread that has the turn waits or spins in a way that is not intercepted: then no thread would
/// go on. It compares samples of the thread's state and does not rely on time alone, since on a busy machine a thread
/// may neither sleep nor run for long.
class stall_detector {
 public:
  static constexpr std::chrono::milliseconds between_samples{100};

  /// Takes a sample of the thread, and returns whether it has stalled. `operations` is the number of operations so far.
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
