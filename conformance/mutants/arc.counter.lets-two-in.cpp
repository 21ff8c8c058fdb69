// SPDX-License-Identifier: MIT
// Mutant: the lock does nothing.
// Breaks: arc.counter
// Verdict: FAIL
// Case: arc.counter.stress
// Schedule: matters
#include "plain_lock.hpp"

struct open_to_all : plain_lock {
  fearless_locked lock() override {
    const std::scoped_lock locked(own);
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<open_to_all>();
}
