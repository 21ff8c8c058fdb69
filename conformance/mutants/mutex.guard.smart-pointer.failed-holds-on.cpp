// SPDX-License-Identifier: MIT
// Mutant: a lock that fails as poisoned stays taken.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
// Case: mutex.guard.smart-pointer.failed.run
#include "plain_lock.hpp"

struct clinging : plain_lock {
  fearless_locked take() override {
    is_held = true;
    return is_poisoned ? FEARLESS_POISONED : FEARLESS_LOCKED;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<clinging>();
}
