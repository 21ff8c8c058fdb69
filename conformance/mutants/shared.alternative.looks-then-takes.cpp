// SPDX-License-Identifier: MIT
// Mutant: lock sees that nobody is inside and goes in, in two steps, so that of two who add to the data one is lost.
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
