// SPDX-License-Identifier: MIT
// Mutant: a panic on any thread poisons every lock that is held at that time.
// Breaks: mutex.poison.only-panic
// Verdict: FAIL
// Case: mutex.poison.only-panic.elsewhere.run
#include <atomic>

#include "plain_lock.hpp"
#include "wrapped_closure.hpp"

struct nervous : plain_lock {
  fearless_locked take() override {
    panics_before = panics;
    return plain_lock::take();
  }
  bool is_panic(const plain_guard&) override { return panics != panics_before; }

  int panics_before = 0;
  static inline std::atomic<int> panics = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<nervous>();
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      if (outcome == FEARLESS_PANICS) ++nervous::panics;
      return outcome;
    }));
  };
}
