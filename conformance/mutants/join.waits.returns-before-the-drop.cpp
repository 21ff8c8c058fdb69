// SPDX-License-Identifier: MIT
// Mutant: join returns before the environment of the closure is dropped.
// Breaks: join.waits
// Verdict: FAIL
// Case: join.waits.environment.run
#include <semaphore>

#include "wrapped_closure.hpp"

static std::counting_semaphore returned(0);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      returned.release();
      return outcome;
    }));
  };
  port.threads.join = [](auto* handle, auto* result) {
    returned.acquire();
    reference.threads.detach(handle);
    *result = {};
    return FEARLESS_RETURNS;
  };
}
