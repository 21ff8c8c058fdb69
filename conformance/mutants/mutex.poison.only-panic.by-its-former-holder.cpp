// SPDX-License-Identifier: MIT
// Mutant: a panic of a thread poisons every mutex that it has ever locked.
// Breaks: mutex.poison.only-panic
// Verdict: FAIL
// Case: mutex.poison.only-panic.elsewhere.run
#include <vector>

#include "plain_lock.hpp"
#include "wrapped_closure.hpp"

struct resentful : plain_lock {
  fearless_locked take() override {
    locked_here.push_back(this);
    return plain_lock::take();
  }
  static void poison_all() {
    for (auto* const each : locked_here) {
      const std::scoped_lock locked(each->own);
      each->poison();
    }
  }

  static inline thread_local std::vector<plain_lock*> locked_here;
};

MUTANT(port) {
  port.mutexes = plain_locks<resentful>();
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      if (outcome == FEARLESS_PANICS) resentful::poison_all();
      return outcome;
    }));
  };
}
