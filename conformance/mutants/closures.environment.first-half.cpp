// SPDX-License-Identifier: MIT
// Mutant: only the first half of the environment is passed to the thread.
// Breaks: closures.environment
// Verdict: FAIL
#include <malloc.h>

#include <cstdlib>
#include <cstring>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const auto size = malloc_usable_size(closure.env);
    closure.env = std::memcpy(std::calloc(1, size), closure.env, size / 2);  // the other half is leaked
    closure.drop = std::free;
    return reference.threads.spawn(closure);
  };
}
