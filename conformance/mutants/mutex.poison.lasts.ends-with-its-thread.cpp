// SPDX-License-Identifier: MIT
// Mutant: the poison ends with the thread that panicked.
// Breaks: mutex.poison.lasts
// Verdict: FAIL
#include <vector>

#include "plain_lock.hpp"
#include "wrapped_closure.hpp"

struct mourned : plain_lock {
  void poison() override {
    plain_lock::poison();
    poisoned_here.push_back(this);
  }
  static void forgive_all() {
    for (auto* const each : poisoned_here) {
      const std::scoped_lock locked(each->own);
      each->is_poisoned = false;
    }
  }

  static inline thread_local std::vector<plain_lock*> poisoned_here;
};

MUTANT(port) {
  port.mutexes = plain_locks<mourned>();
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      mourned::forgive_all();
      return outcome;
    }));
  };
}
