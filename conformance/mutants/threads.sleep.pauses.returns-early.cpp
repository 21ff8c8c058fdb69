// SPDX-License-Identifier: MIT
// Mutant: sleep returns after half of the time.
// Breaks: threads.sleep.pauses
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) { reference.threads.sleep(nanoseconds / 2); };
}
