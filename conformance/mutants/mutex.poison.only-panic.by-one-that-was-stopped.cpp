// SPDX-License-Identifier: MIT
// Mutant: a panic that began while the lock was held poisons it, also one that was stopped before it came to the guard.
// Breaks: mutex.poison.only-panic
// Verdict: FAIL
// Case: mutex.poison.only-panic.caught.run
#include "plain_lock.hpp"

struct unforgiving : plain_lock {
  fearless_locked take() override {
    panics_before = panics_here;
    return plain_lock::take();
  }
  bool is_panic(const plain_guard& guard) override {
    if (plain_lock::is_panic(guard)) ++panics_here;
    return panics_here != panics_before;
  }

  int panics_before = 0;
  static inline thread_local int panics_here = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<unforgiving>();
}
