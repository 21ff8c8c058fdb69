// SPDX-License-Identifier: MIT
// Mutant: an unlock wakes all waiters, and all of them acquire the lock.
// Breaks: mutex.unlock.required
// Verdict: FAIL
// Case: mutex.unlock.required.run
#include "plain_lock.hpp"

struct trusting : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (is_held) wait(locked);  // should be a loop
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<trusting>();
}
