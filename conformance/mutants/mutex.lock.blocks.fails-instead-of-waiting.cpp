// SPDX-License-Identifier: MIT
// Mutant: lock fails if another thread holds the lock.
// Breaks: mutex.lock.blocks
// Verdict: FAIL
#include "plain_lock.hpp"

struct impatient : plain_lock {
  fearless_locked lock() override {
    const auto outcome = try_lock();
    return outcome == FEARLESS_WOULD_BLOCK ? FEARLESS_POISONED : outcome;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<impatient>();
}
