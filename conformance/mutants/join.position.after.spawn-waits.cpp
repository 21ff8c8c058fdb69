// SPDX-License-Identifier: MIT
// Mutant: spawn waits until the closure has ended.
// Breaks: join.position.after
// Verdict: DEADLOCK
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    fearless_value result{};
    const auto outcome = reference.threads.join(reference.threads.spawn(closure), &result);
    return thread_that_ends(outcome, result);
  };
}
