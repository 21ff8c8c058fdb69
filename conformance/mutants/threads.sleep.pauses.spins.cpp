// SPDX-License-Identifier: MIT
// Mutant: sleep spins until the time has passed.
// Breaks: threads.sleep.pauses
// Verdict: FAIL
// Scenarios: they measure no processor time
#include <chrono>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(nanoseconds);
    while (std::chrono::steady_clock::now() < end) continue;
  };
}
