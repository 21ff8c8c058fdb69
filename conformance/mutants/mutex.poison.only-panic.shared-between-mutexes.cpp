// SPDX-License-Identifier: MIT
// Mutant: all mutexes share one poison flag.
// Breaks: mutex.poison.only-panic
// Verdict: FAIL
// Case: mutex.poison.only-panic.run
#include <atomic>

#include "plain_lock.hpp"

struct infectious : plain_lock {
  void poison() override { all_are_poisoned = true; }
  fearless_locked take() override {
    is_poisoned = all_are_poisoned;
    return plain_lock::take();
  }

  static inline std::atomic<bool> all_are_poisoned = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<infectious>();
}
