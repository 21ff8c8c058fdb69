// SPDX-License-Identifier: MIT
// Defect: a thread that panics ends the process.
// Verdict: CRASH
#include <exception>

#include "stand_in.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      if (outcome == FEARLESS_PANICS) std::terminate();
      return outcome;
    }));
  };
}
