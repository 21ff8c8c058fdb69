// SPDX-License-Identifier: MIT
// Mutant: lock fails only on the thread that panicked.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.run
#include <thread>

#include "plain_lock.hpp"

struct discreet : plain_lock {
  void poison() override {
    panicked = std::this_thread::get_id();
    plain_lock::poison();
  }
  fearless_locked take() override {
    if (panicked != std::this_thread::get_id()) is_poisoned = false;
    return plain_lock::take();
  }

  std::thread::id panicked;
};

MUTANT(port) {
  port.mutexes = plain_locks<discreet>();
}
