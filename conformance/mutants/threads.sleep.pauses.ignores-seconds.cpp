// SPDX-License-Identifier: MIT
// Mutant: sleep ignores whole seconds.
// Breaks: threads.sleep.pauses
// Verdict: FAIL
// Case: threads.sleep.pauses.scenarios
#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) { reference.threads.sleep(nanoseconds % 1'000'000'000); };
}
