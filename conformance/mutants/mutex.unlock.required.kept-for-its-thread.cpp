// SPDX-License-Identifier: MIT
// Mutant: only the first thread that acquires the lock can ever acquire it again.
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
