// SPDX-License-Identifier: MIT
// Mutant: one in eight attempts to lock finds a free lock taken.
// Breaks: mutex.try-lock.free
// Verdict: FAIL
#include "plain_lock.hpp"

struct moody : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return is_held || ++attempts % 8 == 0 ? FEARLESS_WOULD_BLOCK : take();
  }

  unsigned attempts = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<moody>();
}
