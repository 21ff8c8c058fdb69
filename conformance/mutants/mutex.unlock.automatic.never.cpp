// SPDX-License-Identifier: MIT
// Mutant: the drop of a guard does not release the lock.
// Breaks: mutex.unlock.automatic.on-drop
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  void unlock(const plain_guard&) override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
