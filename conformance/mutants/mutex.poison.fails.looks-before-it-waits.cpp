// SPDX-License-Identifier: MIT
// Mutant: lock checks for poison before it waits, and not after.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.waiting.run
#include "plain_lock.hpp"

struct inattentive : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (is_poisoned) return FEARLESS_POISONED;
    while (is_held) wait(locked);
    is_held = true;
    return FEARLESS_LOCKED;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<inattentive>();
}
