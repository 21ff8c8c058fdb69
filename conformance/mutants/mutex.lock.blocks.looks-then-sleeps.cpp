// SPDX-License-Identifier: MIT
// Mutant: lock checks the lock and then sleeps, and misses an unlock in between.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.stress
// Schedule: matters
#include "plain_lock.hpp"

struct inattentive : plain_lock {
  fearless_locked lock() override {
    while (true) {
      const auto outcome = try_lock();
      if (outcome != FEARLESS_WOULD_BLOCK) return outcome;
      std::unique_lock locked(own);
      wait(locked);
    }
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<inattentive>();
}
