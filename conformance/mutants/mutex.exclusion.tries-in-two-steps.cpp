// SPDX-License-Identifier: MIT
// Mutant: `try_lock` reads the flag and sets it in two steps, with only a few instructions between them.
// Breaks: mutex.exclusion
// Verdict: FAIL
// Case: mutex.exclusion.preempted.run
#include "flag_lock.hpp"

struct hasty : flag_lock<{}> {
  fearless_locked try_lock() override {
    if (taken.load()) return FEARLESS_WOULD_BLOCK;
    taken.store(true);
    return FEARLESS_LOCKED;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
