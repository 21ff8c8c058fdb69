// SPDX-License-Identifier: MIT
#pragma once

#include <sched.h>

namespace fearless::detail {

/// Tells the processor that this thread spins.
inline void pause_processor() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// How to wait for a change that another thread is about to make: spins at first, then spins longer, and finally yields
/// the processor each time.
class backoff {
 public:
  /// Waits a little, each time longer than before.
  void wait() {
    if (step_ <= spinning_steps) {
      for (unsigned i = 0; i < 1U << step_; ++i) pause_processor();
    } else {
      sched_yield();
    }
    if (step_ <= last_step) ++step_;
  }

  /// Whether the change has not come soon, so that the caller should sleep.
  [[nodiscard]] bool is_spent() const { return step_ > last_step; }

 private:
  static constexpr unsigned spinning_steps = 6;
  static constexpr unsigned last_step = 10;
  unsigned step_ = 0;
};

}  // namespace fearless::detail
