// SPDX-License-Identifier: MIT
// Mutant: try_lock does not check for poison.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.run
#include "plain_lock.hpp"

struct careless : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    if (is_held) return FEARLESS_WOULD_BLOCK;
    is_held = true;
    return FEARLESS_LOCKED;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<careless>();
}
