// SPDX-License-Identifier: MIT
// Mutant: each holder of the lock gets its own copy of the value.
// Breaks: arc.counter
// Verdict: FAIL
// Case: arc.counter.run
#include "plain_lock.hpp"
#include "shallow_copy.hpp"

struct copying : plain_lock {
  fearless_value* deref() override {
    copy = shallow_copy(value);
    return &copy;
  }
  fearless_value copy{};
};

MUTANT(port) {
  port.mutexes = plain_locks<copying>();
}
