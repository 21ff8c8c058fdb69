// SPDX-License-Identifier: MIT
// Mutant: lock checks that the lock is free and takes it in a second step, so that an addition may be lost.
// Verdict: FAIL
// Case: shared.alternative.stress
// Schedule: matters
#include "plain_lock.hpp"

struct hesitant : plain_lock {
  fearless_locked lock() override {
    {
      std::unique_lock locked(own);
      while (is_held) wait(locked);
    }
    const std::scoped_lock locked(own);
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hesitant>();
}
