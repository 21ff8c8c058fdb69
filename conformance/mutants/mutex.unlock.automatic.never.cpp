// SPDX-License-Identifier: MIT
// Mutant: a guard that is dropped leaves the lock taken.
// Breaks: mutex.unlock.automatic.on-drop
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  void unlock(const plain_guard&) override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
