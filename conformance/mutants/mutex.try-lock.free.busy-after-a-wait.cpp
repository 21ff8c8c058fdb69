// SPDX-License-Identifier: MIT
// Mutant: a lock that a thread has waited for is never free for `try_lock` again.
// Breaks: mutex.try-lock.free
// Verdict: FAIL
#include "plain_lock.hpp"

struct resentful : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return is_held || waited ? FEARLESS_WOULD_BLOCK : take();
  }
  void wait(std::unique_lock<std::mutex>& locked) override {
    waited = true;
    plain_lock::wait(locked);
  }

  bool waited = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<resentful>();
}
