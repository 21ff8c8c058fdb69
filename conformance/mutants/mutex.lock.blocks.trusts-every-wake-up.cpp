// SPDX-License-Identifier: MIT
// Mutant: lock does not check again after a wake-up, which may be spurious.
// Breaks: mutex.lock.blocks
// Verdict: FAIL
// Case: mutex.lock.blocks.stress
// Schedule: matters
#include "plain_lock.hpp"

struct trusting : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (is_held) wait(locked);  // should be a loop
    return take();
  }
  void wake() override { changed.notify_one(); }
};

MUTANT(port) {
  port.mutexes = plain_locks<trusting>();
}
