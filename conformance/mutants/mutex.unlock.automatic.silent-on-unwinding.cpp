// SPDX-License-Identifier: MIT
// Mutant: a guard that is dropped by a panic releases the lock without waking the waiters.
// Breaks: mutex.unlock.automatic.on-drop
// Verdict: DEADLOCK
// Case: mutex.unlock.automatic.on-drop.waiting.run
#include "plain_lock.hpp"

struct silent : plain_lock {
  void unlock(const plain_guard& guard) override {
    if (!is_panic(guard)) return plain_lock::unlock(guard);
    const std::scoped_lock locked(own);
    poison();
    is_held = false;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<silent>();
}
