// SPDX-License-Identifier: MIT
// Mutant: lock succeeds after ten milliseconds even if the lock is held.
// Breaks: mutex.lock.blocks
// Verdict: FAIL
// Case: mutex.lock.blocks.processor.run
#include <chrono>

#include "plain_lock.hpp"

struct impatient : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    changed.wait_for(locked, std::chrono::milliseconds(10), [this] { return !is_held; });
    return take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<impatient>();
}
