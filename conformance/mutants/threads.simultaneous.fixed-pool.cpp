// SPDX-License-Identifier: MIT
// Defect: closures run on a pool of four, and the fifth waits until one of them has ended.
// Verdict: DEADLOCK
#include <semaphore>

#include "stand_in.hpp"

static std::counting_semaphore places(4);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
      places.acquire();
      const auto outcome = original.call(original.env, result);
      places.release();
      return outcome;
    }));
  };
}
