// SPDX-License-Identifier: MIT
// Mutant: the closure runs on the thread that called spawn.
// Verdict: FAIL
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    fearless_value result{};
    const auto outcome = closure.call(closure.env, &result);
    closure.drop(closure.env);
    return thread_that_ends(outcome, result);
  };
}
