// SPDX-License-Identifier: MIT
// Mutant: try_lock does not check whether the lock is held.
// Breaks: mutex.unlock.required
// Verdict: FAIL
// Case: mutex.unlock.required.trying.run
#include "plain_lock.hpp"

struct bold : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<bold>();
}
