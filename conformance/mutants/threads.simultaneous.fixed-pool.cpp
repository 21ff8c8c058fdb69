// SPDX-License-Identifier: MIT
// Mutant: closures run on a pool of four threads, and the fifth closure waits.
// Breaks: threads.simultaneous
// Verdict: DEADLOCK
#include <semaphore>

#include "wrapped_closure.hpp"

static std::counting_semaphore places(4);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      places.acquire();
      const auto outcome = original.call(original.env, result);
      places.release();
      return outcome;
    }));
  };
}
