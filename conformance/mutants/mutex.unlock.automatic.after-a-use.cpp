// SPDX-License-Identifier: MIT
// Mutant: the lock is released after the first use of the data while the guard still exists.
// Breaks: mutex.unlock.automatic.on-drop
// Verdict: FAIL
#include "plain_lock.hpp"

struct hasty : plain_lock {
  fearless_value* deref() override {
    const std::scoped_lock locked(own);
    give_up();
    return plain_lock::deref();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
