// SPDX-License-Identifier: MIT
// Mutant: join waits only until the closure has begun.
// Breaks: join.waits
// Verdict: FAIL
#include <semaphore>

#include "wrapped_closure.hpp"

static std::counting_semaphore begun(0);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      begun.release();
      return original.call(original.env, result);
    }));
  };
  port.threads.join = [](auto* handle, auto* result) {
    begun.acquire();
    reference.threads.detach(handle);
    *result = {};
    return FEARLESS_RETURNS;
  };
}
