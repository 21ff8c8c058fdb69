// SPDX-License-Identifier: MIT
// Mutant: each holder gets a copy of the previous holder's data.
// Breaks: mutex.guard.deref
// Verdict: FAIL
#include "plain_lock.hpp"
#include "shallow_copy.hpp"

struct moving : plain_lock {
  fearless_locked take() override {
    value = shallow_copy(value);
    return plain_lock::take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<moving>();
}
