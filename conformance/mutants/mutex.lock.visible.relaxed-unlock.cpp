// SPDX-License-Identifier: MIT
// Mutant: giving the lock up does not order what its holder wrote before what the next one reads.
// Breaks: mutex.lock.visible
// Verdict: RACE
// Case: mutex.lock.visible.run
#include "flag_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<flag_lock<{.unlock = std::memory_order_relaxed}>>();
}
