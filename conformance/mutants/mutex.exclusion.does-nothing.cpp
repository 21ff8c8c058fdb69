// SPDX-License-Identifier: MIT
// Mutant: lock does nothing.
// Breaks: mutex.exclusion
// Verdict: FAIL
#include "plain_lock.hpp"

struct open_door : plain_lock {
  fearless_locked lock() override { return FEARLESS_LOCKED; }
  fearless_locked try_lock() override { return FEARLESS_LOCKED; }
};

MUTANT(port) {
  port.mutexes = plain_locks<open_door>();
}
