// SPDX-License-Identifier: MIT
// Mutant: giving the lock up wakes all who wait, and each of them goes in without another look.
// Breaks: mutex.unlock.required
// Verdict: FAIL
// Case: mutex.unlock.required.run
#include "plain_lock.hpp"

struct trusting : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (is_held) wait(locked);  // where there should be a loop
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<trusting>();
}
