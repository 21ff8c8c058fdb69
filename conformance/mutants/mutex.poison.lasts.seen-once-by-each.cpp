// SPDX-License-Identifier: MIT
// Mutant: lock fails only once on each thread.
// Breaks: mutex.poison.lasts
// Verdict: FAIL
#include <set>
#include <thread>

#include "plain_lock.hpp"

struct indulgent : plain_lock {
  fearless_locked take() override {
    if (is_poisoned && told.insert(std::this_thread::get_id()).second) return FEARLESS_POISONED;
    is_held = true;
    return FEARLESS_LOCKED;
  }

  std::set<std::thread::id> told;
};

MUTANT(port) {
  port.mutexes = plain_locks<indulgent>();
}
