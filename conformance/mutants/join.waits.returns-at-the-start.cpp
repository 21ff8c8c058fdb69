// SPDX-License-Identifier: MIT
// Defect: join waits until the closure has begun, and no longer.
// Verdict: FAIL
#include <semaphore>

#include "stand_in.hpp"

static std::counting_semaphore begun(0);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
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
