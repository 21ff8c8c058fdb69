// SPDX-License-Identifier: MIT
// Mutant: join does not check again after a wake-up, which may be spurious.
// Breaks: join.waits
// Verdict: FAIL
// Case: join.waits.stress
// Schedule: matters
#include "awaited_thread.hpp"

struct trusting : awaited_thread {
  void wait(std::unique_lock<std::mutex>& locked) override {
    if (!finished) changed.wait(locked);  // should be a loop
  }
};

MUTANT(port) {
  await_threads<trusting>(port);
}
