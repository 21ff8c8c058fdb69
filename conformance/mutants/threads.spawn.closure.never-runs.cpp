// SPDX-License-Identifier: MIT
// Mutant: the closure is dropped and never runs.
// Breaks: threads.spawn.closure
// Verdict: FAIL
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.drop(closure.env);
    return thread_that_ends(FEARLESS_RETURNS, {});
  };
}
