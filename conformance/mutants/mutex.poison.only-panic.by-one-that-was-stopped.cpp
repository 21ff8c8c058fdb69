// SPDX-License-Identifier: MIT
// Mutant: a panic while the lock is held poisons it even if it is caught before it reaches the guard.
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
