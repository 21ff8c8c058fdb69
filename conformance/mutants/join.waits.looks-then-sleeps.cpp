// SPDX-License-Identifier: MIT
// Mutant: join looks whether the thread has finished, and goes to sleep without looking again: a thread that finishes
// in between has nobody to wake.
// Breaks: join.waits
// Verdict: DEADLOCK
// Case: join.waits.stress
// Schedule: matters
#include "awaited_thread.hpp"

struct inattentive : awaited_thread {
  fearless_outcome join(fearless_value* result) override {
    if (!has_finished()) {
      std::unique_lock locked(lock);
      changed.wait(locked);
    }
    return awaited_thread::join(result);
  }
  bool has_finished() {
    const std::scoped_lock locked(lock);
    return finished;
  }
};

MUTANT(port) {
  await_threads<inattentive>(port);
}
