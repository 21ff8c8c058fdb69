// SPDX-License-Identifier: MIT
// Mutant: join checks whether the thread has ended and then sleeps; an end in between is missed.
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
