// SPDX-License-Identifier: MIT
// Mutant: lock does nothing, so that no thread ever waits.
// Breaks: mutex.hazard.deadlock
// Verdict: FAIL
// Case: mutex.hazard.deadlock.detected
#include "plain_lock.hpp"

struct open_door : plain_lock {
  fearless_locked lock() override { return FEARLESS_LOCKED; }
};

MUTANT(port) {
  port.mutexes = plain_locks<open_door>();
}
