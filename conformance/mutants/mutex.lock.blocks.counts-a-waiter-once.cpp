// SPDX-License-Identifier: MIT
// Mutant: a woken waiter that finds the lock taken again waits without being counted, and is never woken.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.two-waiters.stress
// Schedule: matters
#include "plain_lock.hpp"

struct miscounting : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (is_held) ++waiters;
    while (is_held) wait(locked);
    return take();
  }
  void wake() override {
    if (waiters == 0) return;
    --waiters;
    changed.notify_one();
  }

  int waiters = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<miscounting>();
}
