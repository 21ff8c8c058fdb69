// SPDX-License-Identifier: MIT
// Mutant: try_lock waits until the lock is released.
// Breaks: mutex.unlock.required
// Verdict: DEADLOCK
// Case: mutex.unlock.required.trying.run
#include "plain_lock.hpp"

struct patient : plain_lock {
  fearless_locked try_lock() override { return lock(); }
};

MUTANT(port) {
  port.mutexes = plain_locks<patient>();
}
