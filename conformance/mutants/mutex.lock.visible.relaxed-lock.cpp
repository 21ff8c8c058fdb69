// SPDX-License-Identifier: MIT
// Mutant: lock does not acquire the writes of the previous holder.
// Breaks: mutex.lock.visible
// Verdict: RACE
// Case: mutex.lock.visible.run
#include "flag_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<flag_lock<{.lock = std::memory_order_relaxed}>>();
}
