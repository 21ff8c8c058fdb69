// SPDX-License-Identifier: MIT
// Mutant: a panic that passes the guard gives the lock up, and does not wake those who wait for it.
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
