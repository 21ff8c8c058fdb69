// SPDX-License-Identifier: MIT
// Mutant: of two mutexes that a panicking thread holds, only the outer one is poisoned.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.scenarios
#include "plain_lock.hpp"

struct sparing : plain_lock {
  fearless_locked take() override {
    const auto outcome = plain_lock::take();
    if (outcome == FEARLESS_LOCKED) ++held;
    return outcome;
  }
  void poison() override {
    if (held == 1) plain_lock::poison();
  }
  void give_up() override {
    --held;
    plain_lock::give_up();
  }

  static inline thread_local int held = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<sparing>();
}
