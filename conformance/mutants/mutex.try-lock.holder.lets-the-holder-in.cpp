// SPDX-License-Identifier: MIT
// Mutant: `try_lock` gives the holder a second guard; `lock` does not.
// Breaks: mutex.try-lock.holder
// Verdict: FAIL
#include <thread>

#include "plain_lock.hpp"

struct half_reentrant : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return is_held && holder != std::this_thread::get_id() ? FEARLESS_WOULD_BLOCK : take();
  }
  fearless_locked take() override {
    holder = std::this_thread::get_id();
    return plain_lock::take();
  }

  std::thread::id holder;
};

MUTANT(port) {
  port.mutexes = plain_locks<half_reentrant>();
}
