// SPDX-License-Identifier: MIT
// Mutant: another thread keeps the process active, and ends it after a while.
// Breaks: threads.hazard.deadlock
// Verdict: EXIT
#include <unistd.h>

#include <chrono>
#include <thread>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    static std::thread own([] {
      for (int times = 0; times < 100; ++times) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      _exit(0);
    });
    return reference.threads.spawn(closure);
  };
}
