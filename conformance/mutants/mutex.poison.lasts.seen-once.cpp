// SPDX-License-Identifier: MIT
// Mutant: lock fails only once.
// Breaks: mutex.poison.lasts
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  fearless_locked take() override {
    const auto outcome = plain_lock::take();
    is_poisoned = false;
    return outcome;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
