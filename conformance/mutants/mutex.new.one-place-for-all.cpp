// SPDX-License-Identifier: MIT
// Mutant: the data of all mutexes is in one place, which each new value overwrites.
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
