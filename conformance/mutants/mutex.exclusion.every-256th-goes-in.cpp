// SPDX-License-Identifier: MIT
// Mutant: every 256th lock of the process does not wait.
// Breaks: mutex.exclusion
// Verdict: FAIL
// Case: mutex.exclusion.scenarios
#include <atomic>

#include "plain_lock.hpp"

struct lax : plain_lock {
  fearless_locked lock() override {
    if (++locks % 256 != 0) return plain_lock::lock();
    const std::scoped_lock locked(own);
    return take();
  }

  static inline std::atomic<unsigned> locks = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<lax>();
}
