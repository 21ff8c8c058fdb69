// SPDX-License-Identifier: MIT
// Mutant: lock spins until the lock is free.
// Breaks: mutex.lock.blocks
// Verdict: FAIL
// Case: mutex.lock.blocks.processor.run
// Scenarios: they measure no processor time
#include "plain_lock.hpp"

struct restless : plain_lock {
  fearless_locked lock() override {
    while (true) {
      const auto outcome = try_lock();
      if (outcome != FEARLESS_WOULD_BLOCK) return outcome;
    }
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<restless>();
}
