// SPDX-License-Identifier: MIT
// Mutant: a guard refers to the data of the mutex that its thread locked last.
// Breaks: mutex.guard.deref
// Verdict: FAIL
#include "plain_lock.hpp"

struct confused : plain_lock {
  fearless_locked take() override {
    latest = this;
    return plain_lock::take();
  }
  fearless_value* deref() override { return &latest->value; }

  static inline thread_local plain_lock* latest = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<confused>();
}
