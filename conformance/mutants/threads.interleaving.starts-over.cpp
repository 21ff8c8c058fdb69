// SPDX-License-Identifier: MIT
// Mutant: each thread takes all of its steps twice.
// Verdict: FAIL
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      original.call(original.env, result);
      result->drop(result->data);
      return original.call(original.env, result);
    }));
  };
}
