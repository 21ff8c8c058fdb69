// SPDX-License-Identifier: MIT
// Mutant: a thread that waits for the lock puts a node into a list of waiters, and never frees it.
// Breaks: mutex.memory
// Verdict: FAIL
// Case: mutex.memory.waiting.run
#include "plain_lock.hpp"

struct waiter {
  bool is_woken = false;
};

struct forgetful : plain_lock {
  void wait(std::unique_lock<std::mutex>& locked) override {
    latest = new waiter;
    plain_lock::wait(locked);
    latest->is_woken = true;
  }

  waiter* latest = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
