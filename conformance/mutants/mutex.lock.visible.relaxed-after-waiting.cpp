// SPDX-License-Identifier: MIT
// Mutant: lock orders what its holder reads where the lock was free, and not where it had to wait.
// Breaks: mutex.lock.visible
// Verdict: RACE
// Case: mutex.lock.visible.waiting.run
#include "flag_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<flag_lock<{.lock_after_waiting = std::memory_order_relaxed}>>();
}
