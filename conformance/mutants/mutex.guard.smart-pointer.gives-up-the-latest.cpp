// SPDX-License-Identifier: MIT
// Mutant: the drop of any guard releases the lock that its thread took last.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
// Case: mutex.guard.smart-pointer.run
#include <vector>

#include "plain_lock.hpp"

struct confused : plain_lock {
  fearless_locked take() override {
    latest.push_back(this);
    return plain_lock::take();
  }
  void unlock(const plain_guard& guard) override {
    auto* const given_up = latest.back();
    latest.pop_back();
    given_up->plain_lock::unlock(guard);
  }

  static inline thread_local std::vector<plain_lock*> latest;
};

MUTANT(port) {
  port.mutexes = plain_locks<confused>();
}
