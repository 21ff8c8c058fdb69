// SPDX-License-Identifier: MIT
// Mutant: an unlock does not release the writes of its holder.
// Breaks: mutex.lock.visible
// Verdict: RACE
// Case: mutex.lock.visible.run
#include "flag_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<flag_lock<{.unlock = std::memory_order_relaxed}>>();
}
