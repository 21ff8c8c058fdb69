// SPDX-License-Identifier: MIT
// Mutant: a try_lock that fails clears the poison.
// Breaks: mutex.poison.lasts
// Verdict: FAIL
#include "plain_lock.hpp"

struct indulgent : plain_lock {
  fearless_locked try_lock() override {
    const auto outcome = plain_lock::try_lock();
    const std::scoped_lock locked(own);
    is_poisoned = false;
    return outcome;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<indulgent>();
}
