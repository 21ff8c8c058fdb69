// SPDX-License-Identifier: MIT
// Mutant: each thread takes all of its steps without interruption.
// Breaks: threads.interleaving
// Verdict: DEADLOCK
#include <mutex>

#include "wrapped_closure.hpp"

static std::mutex all_steps;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const std::lock_guard mine(all_steps);
      return original.call(original.env, result);
    }));
  };
}
