// SPDX-License-Identifier: MIT
// Mutant: an unlock that wakes one waiter clears the flag that there are waiters.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.crowd.run
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  void wait(std::unique_lock<std::mutex>& locked) override {
    has_waiters = true;
    plain_lock::wait(locked);
  }
  void wake() override {
    if (std::exchange(has_waiters, false)) changed.notify_one();
  }

  bool has_waiters = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
