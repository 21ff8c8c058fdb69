// SPDX-License-Identifier: MIT
// Mutant: the thread gets a shallow copy of the environment, whose parts are dropped with the original.
// Breaks: closures.environment
// Verdict: RACE
// Case: closures.environment.run
#include <malloc.h>

#include <cstdlib>
#include <cstring>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const fearless_closure original = closure;
    const auto size = malloc_usable_size(original.env);
    closure.env = std::memcpy(std::malloc(size), original.env, size);
    closure.drop = std::free;
    original.drop(original.env);
    return reference.threads.spawn(closure);
  };
}
