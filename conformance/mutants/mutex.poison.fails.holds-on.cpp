// SPDX-License-Identifier: MIT
// Mutant: a lock that fails as poisoned stays taken.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.no-guard.run
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
