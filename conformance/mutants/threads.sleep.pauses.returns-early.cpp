// SPDX-License-Identifier: MIT
// Mutant: sleep returns after half of the time.
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) { reference.threads.sleep(nanoseconds / 2); };
}
