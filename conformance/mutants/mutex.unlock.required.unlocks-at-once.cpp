// SPDX-License-Identifier: MIT
// Mutant: lock takes the lock and gives it up again, before its caller has begun.
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
