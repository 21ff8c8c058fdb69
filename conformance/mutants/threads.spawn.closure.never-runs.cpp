// SPDX-License-Identifier: MIT
// Defect: the closure is dropped, and never runs.
// Verdict: FAIL
#include "stand_in.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.drop(closure.env);
    return thread_that_ends(FEARLESS_RETURNS, {});
  };
}
