// SPDX-License-Identifier: MIT
// Mutant: `spawn` runs the closure on the calling thread before it returns.
// Breaks: threads.simultaneous, threads.spawn.new-thread (FAIL)
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
