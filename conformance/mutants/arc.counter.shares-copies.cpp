// SPDX-License-Identifier: MIT
// Mutant: each holder of the lock is given a copy of the value, which nobody sees again.
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
