// SPDX-License-Identifier: MIT
// Mutant: the first time that the lock is given up wakes who waits, and later times do not.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.run
#include "plain_lock.hpp"

struct waking_once : plain_lock {
  void wake() override {
    if (!woke) plain_lock::wake();
    woke = true;
  }

  bool woke = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<waking_once>();
}
