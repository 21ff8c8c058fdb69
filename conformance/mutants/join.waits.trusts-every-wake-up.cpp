// SPDX-License-Identifier: MIT
// Mutant: whatever wakes the joiner, it takes for the end of the thread.
// Breaks: join.waits
// Verdict: FAIL
// Case: join.waits.stress
// Schedule: matters
#include "awaited_thread.hpp"

struct trusting : awaited_thread {
  void wait(std::unique_lock<std::mutex>& locked) override {
    if (!finished) changed.wait(locked);  // where there should be a loop
  }
};

MUTANT(port) {
  await_threads<trusting>(port);
}
