// SPDX-License-Identifier: MIT
// Mutant: closures run on a pool of one thread.
// Breaks: threads.spawn.new-thread
// Verdict: DEADLOCK
#include <mutex>

#include "wrapped_closure.hpp"

static std::mutex only_place;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const std::lock_guard taken(only_place);
      return original.call(original.env, result);
    }));
  };
}
