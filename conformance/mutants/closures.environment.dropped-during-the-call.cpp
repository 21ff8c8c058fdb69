// SPDX-License-Identifier: MIT
// Mutant: the environment is dropped as soon as the thread was started, while the closure may run.
// Breaks: closures.environment
// Verdict: RACE
// Case: closures.environment.lasting.run
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const fearless_closure original = closure;
    closure.drop = [](void*) {};
    auto* const thread = reference.threads.spawn(closure);
    original.drop(original.env);
    return thread;
  };
}
