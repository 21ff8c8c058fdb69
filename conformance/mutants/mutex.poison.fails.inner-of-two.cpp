// SPDX-License-Identifier: MIT
// Mutant: of two mutexes that a panicking thread holds, only the inner one is poisoned.
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
    if (!has_poisoned) plain_lock::poison();
    has_poisoned = true;
  }
  void give_up() override {
    if (--held == 0) has_poisoned = false;
    plain_lock::give_up();
  }

  // Of the thread.
  static inline thread_local int held = 0;
  static inline thread_local bool has_poisoned = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<sparing>();
}
