// SPDX-License-Identifier: MIT
// Mutant: a thread reports its end before it stores its result.
// Breaks: join.result
// Verdict: FAIL
// Case: join.result.stress
// Schedule: matters
#include "awaited_thread.hpp"

struct hasty : awaited_thread {
  void finish(fearless_outcome how, fearless_value with) override {
    {
      const std::scoped_lock locked(lock);
      finished = true;
      changed.notify_all();
    }
    const std::scoped_lock locked(lock);
    outcome = how;
    value = with;
  }
};

MUTANT(port) {
  await_threads<hasty>(port);
}
