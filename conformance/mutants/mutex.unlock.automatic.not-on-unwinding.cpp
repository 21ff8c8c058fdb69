// SPDX-License-Identifier: MIT
// Mutant: a guard that is dropped by a panic does not release the lock.
// Breaks: mutex.unlock.automatic.on-drop
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  void unlock(const plain_guard& guard) override {
    if (!is_panic(guard)) plain_lock::unlock(guard);
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
