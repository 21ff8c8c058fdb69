// SPDX-License-Identifier: MIT
// Mutant: a panic of a thread ends the process.
// Breaks: join.result
// Verdict: CRASH
#include <exception>

#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      if (outcome == FEARLESS_PANICS) std::terminate();
      return outcome;
    }));
  };
}
