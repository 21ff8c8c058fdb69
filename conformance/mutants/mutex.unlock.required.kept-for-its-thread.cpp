// SPDX-License-Identifier: MIT
// Mutant: the lock stays with the thread that had it first, which gets it again at once, and nobody else ever.
// Breaks: mutex.unlock.required
// Verdict: FAIL
// Case: mutex.unlock.required.trying.run
#include <optional>
#include <thread>

#include "plain_lock.hpp"

struct biased : plain_lock {
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    if (!first) first = std::this_thread::get_id();
    return is_held || first != std::this_thread::get_id() ? FEARLESS_WOULD_BLOCK : take();
  }
  fearless_locked take() override {
    if (!first) first = std::this_thread::get_id();
    return plain_lock::take();
  }

  std::optional<std::thread::id> first;
};

MUTANT(port) {
  port.mutexes = plain_locks<biased>();
}
