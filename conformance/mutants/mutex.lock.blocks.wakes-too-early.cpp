// SPDX-License-Identifier: MIT
// Mutant: who gives the lock up first wakes a waiter and then lets go: the waiter finds the lock taken, and sleeps on.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.stress
// Schedule: matters
#include "plain_lock.hpp"

struct hasty : plain_lock {
  void unlock(const plain_guard&) override {
    {
      const std::scoped_lock locked(own);
      wake();
    }
    const std::scoped_lock locked(own);
    is_held = false;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
