// SPDX-License-Identifier: MIT
// Defect: a thread that has taken its steps starts over, once.
// Verdict: FAIL
#include "stand_in.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
      original.call(original.env, result);
      result->drop(result->data);
      return original.call(original.env, result);
    }));
  };
}
