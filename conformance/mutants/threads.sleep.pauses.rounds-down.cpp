// SPDX-License-Identifier: MIT
// Mutant: sleep ignores fractions of a millisecond.
// Breaks: threads.sleep.pauses
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) { reference.threads.sleep(nanoseconds / 1'000'000 * 1'000'000); };
}
