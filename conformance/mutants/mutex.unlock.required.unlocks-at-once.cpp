// SPDX-License-Identifier: MIT
// Mutant: lock acquires the lock and releases it before it returns.
// Breaks: mutex.unlock.required
// Verdict: FAIL
#include "plain_lock.hpp"

struct fleeting : plain_lock {
  fearless_locked take() override {
    const auto outcome = plain_lock::take();
    is_held = false;
    return outcome;
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<fleeting>();
}
