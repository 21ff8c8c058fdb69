// SPDX-License-Identifier: MIT
// Mutant: there is one place for the values of all mutexes, and each new one takes it.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.many.run
#include "plain_lock.hpp"

struct crowded : plain_lock {
  crowded() { latest = this; }
  fearless_value* deref() override { return &latest->value; }

  static inline plain_lock* latest = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<crowded>();
}
