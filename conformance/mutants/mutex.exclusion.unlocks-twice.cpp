// SPDX-License-Identifier: MIT
// Mutant: an unlock clears the flag twice, so that it also releases the lock of a thread that took it in between.
// Breaks: mutex.exclusion
// Verdict: FAIL
// Case: mutex.exclusion.preempted-unlock.run
#include "flag_lock.hpp"

struct thorough : flag_lock<{}> {
  void unlock(const plain_guard&) override {
    taken.store(false);
    taken.store(false);
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<thorough>();
}
