// SPDX-License-Identifier: MIT
// Mutant: a closure starts only when the previously spawned one has ended.
// Breaks: threads.order
// Verdict: DEADLOCK
#include <semaphore>

#include "wrapped_closure.hpp"

static std::binary_semaphore before_has_ended(1);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    before_has_ended.acquire();
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      before_has_ended.release();
      return outcome;
    }));
  };
}
