// SPDX-License-Identifier: MIT
// Mutant: all mutexes share one lock, so that a thread that locks two of them waits for itself.
// Breaks: mutex.lock.same-order
// Verdict: DEADLOCK
// Case: mutex.lock.same-order.run
#include "plain_lock.hpp"

struct global : plain_lock {
  fearless_locked lock() override { return the_one.lock(); }
  fearless_locked try_lock() override { return the_one.try_lock(); }
  void unlock(const plain_guard& guard) override { the_one.unlock(guard); }

  static inline plain_lock the_one;
};

MUTANT(port) {
  port.mutexes = plain_locks<global>();
}
