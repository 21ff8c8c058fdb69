// SPDX-License-Identifier: MIT
// Mutant: the holder can lock again, and gets a second guard.
// Breaks: mutex.lock.holder, mutex.try-lock.holder
// Verdict: FAIL
#include <thread>

#include "plain_lock.hpp"

struct reentrant : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    while (is_held && holder != std::this_thread::get_id()) wait(locked);
    return enter();
  }
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return is_held && holder != std::this_thread::get_id() ? FEARLESS_WOULD_BLOCK : enter();
  }
  fearless_locked enter() {
    const auto outcome = take();
    if (outcome != FEARLESS_LOCKED) return outcome;
    holder = std::this_thread::get_id();
    ++depth;
    return outcome;
  }
  void give_up() override {
    if (--depth == 0) plain_lock::give_up();
  }

  std::thread::id holder;
  unsigned depth = 0;
};

MUTANT(port) {
  port.mutexes = plain_locks<reentrant>();
}
