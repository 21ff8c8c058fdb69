// SPDX-License-Identifier: MIT
// Mutant: a global lock is held during each closure.
// Breaks: threads.performance
// Verdict: DEADLOCK
// Case: threads.performance.run
#include <mutex>

#include "wrapped_closure.hpp"

static std::mutex global_lock;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const std::lock_guard held(global_lock);
      return original.call(original.env, result);
    }));
  };
}
