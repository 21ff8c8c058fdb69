// SPDX-License-Identifier: MIT
// Mutant: threads that wait for different locks sleep in one place, and an unlock may wake one that waits for another
// lock.
// Breaks: mutex.lock.same-order
// Verdict: DEADLOCK
// Case: mutex.lock.same-order.stress
// Schedule: matters
#include "plain_lock.hpp"

struct sharing : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(everybody);
    while (is_held) changed_somewhere.wait(locked);
    return take();
  }
  void unlock(const plain_guard&) override {
    const std::scoped_lock locked(everybody);
    is_held = false;
    changed_somewhere.notify_one();
  }

  static inline std::mutex everybody;
  static inline std::condition_variable changed_somewhere;
};

MUTANT(port) {
  port.mutexes = plain_locks<sharing>();
}
