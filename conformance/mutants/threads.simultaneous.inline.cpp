// SPDX-License-Identifier: MIT
// Mutant: spawn runs the closure itself, on its own thread.
// Verdict: DEADLOCK
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    fearless_value result{};
    const auto outcome = closure.call(closure.env, &result);
    closure.drop(closure.env);
    return thread_that_ends(outcome, result);
  };
}
