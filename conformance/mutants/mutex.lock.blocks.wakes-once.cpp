// SPDX-License-Identifier: MIT
// Mutant: only the first unlock wakes a waiting thread.
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
