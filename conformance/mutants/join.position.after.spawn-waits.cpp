// SPDX-License-Identifier: MIT
// Defect: spawn waits until the closure has ended.
// Verdict: DEADLOCK
#include "stand_in.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    fearless_value result{};
    const auto outcome = reference.threads.join(reference.threads.spawn(closure), &result);
    return thread_that_ends(outcome, result);
  };
}
