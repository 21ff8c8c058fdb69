// SPDX-License-Identifier: MIT
// Mutant: only the thread that created a mutex can lock it.
// Breaks: shared.alternative
// Verdict: FAIL
// Case: shared.alternative.run
#include <thread>

#include "plain_lock.hpp"

struct tied : plain_lock {
  fearless_locked take() override {
    return std::this_thread::get_id() == maker ? plain_lock::take() : FEARLESS_POISONED;
  }

  const std::thread::id maker = std::this_thread::get_id();
};

MUTANT(port) {
  port.mutexes = plain_locks<tied>();
}
