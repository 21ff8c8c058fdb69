// SPDX-License-Identifier: MIT
// Mutant: a global lock is held during each closure.
// Verdict: DEADLOCK
#include <mutex>

#include "wrapped_closure.hpp"

static std::mutex turn;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const std::lock_guard mine(turn);
      return original.call(original.env, result);
    }));
  };
}
