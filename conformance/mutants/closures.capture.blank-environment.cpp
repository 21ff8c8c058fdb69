// SPDX-License-Identifier: MIT
// Mutant: the closure finds zeros instead of its captured values.
// Breaks: closures.capture
// Verdict: FAIL
#include <malloc.h>

#include <cstdlib>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.env = std::calloc(1, malloc_usable_size(closure.env));  // the captured values are leaked
    closure.drop = std::free;
    return reference.threads.spawn(closure);
  };
}
