// SPDX-License-Identifier: MIT
// Mutant: an unlock wakes a waiter before it releases the lock.
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
