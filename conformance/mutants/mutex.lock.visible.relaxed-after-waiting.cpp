// SPDX-License-Identifier: MIT
// Mutant: a lock that had to wait does not acquire the writes of the previous holder.
// Breaks: mutex.lock.visible
// Verdict: RACE
// Case: mutex.lock.visible.waiting.run
#include "flag_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<flag_lock<{.lock_after_waiting = std::memory_order_relaxed}>>();
}
