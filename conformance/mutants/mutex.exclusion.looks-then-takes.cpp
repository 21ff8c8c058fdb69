// SPDX-License-Identifier: MIT
// Mutant: `lock` reads the flag and sets it in two steps, with only a few instructions between them.
// Breaks: mutex.exclusion
// Verdict: FAIL
// Case: mutex.exclusion.preempted.run
#include "flag_lock.hpp"

struct hasty : flag_lock<{}> {
  fearless_locked lock() override {
    while (taken.load()) sched_yield();
    taken.store(true);
    return FEARLESS_LOCKED;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
