// SPDX-License-Identifier: MIT
// Mutant: another thread keeps the process active, and ends it after a while.
// Breaks: mutex.hazard.deadlock
// Verdict: EXIT
// Case: mutex.hazard.deadlock.detected
#include <unistd.h>

#include <chrono>
#include <thread>

#include "mutant.hpp"

MUTANT(port) {
  port.mutexes.create = [](fearless_value value) {
    static std::thread own([] {
      for (int times = 0; times < 100; ++times) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      _exit(0);
    });
    return reference.mutexes.create(value);
  };
}
