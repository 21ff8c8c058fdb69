// SPDX-License-Identifier: MIT
// Mutant: the lock allows two holders.
// Breaks: mutex.exclusion
// Verdict: FAIL
#include "plain_lock.hpp"

struct roomy : plain_lock {
  fearless_locked take() override {
    const auto outcome = plain_lock::take();
    if (outcome == FEARLESS_LOCKED) is_held = ++inside == 2;
    return outcome;
  }
  void give_up() override {
    --inside;
    plain_lock::give_up();
  }

  int inside = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<roomy>();
}
