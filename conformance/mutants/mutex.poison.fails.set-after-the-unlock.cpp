// SPDX-License-Identifier: MIT
// Mutant: a panic of the holder releases the lock before it poisons it.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.stress
// Schedule: matters
#include "plain_lock.hpp"

struct hasty : plain_lock {
  void unlock(const plain_guard& guard) override {
    {
      const std::scoped_lock locked(own);
      give_up();
    }
    const std::scoped_lock locked(own);
    if (is_panic(guard)) poison();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
