// SPDX-License-Identifier: MIT
// Mutant: every 4096th lock of a mutex does not wait.
// Breaks: mutex.exclusion
// Verdict: FAIL
// Case: mutex.exclusion.scenarios
#include "plain_lock.hpp"

struct lax : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    const bool waits = ++locks % 4096 != 0;
    while (waits && is_held) wait(locked);
    return take();
  }

  unsigned locks = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<lax>();
}
