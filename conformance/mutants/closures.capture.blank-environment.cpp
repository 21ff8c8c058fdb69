// SPDX-License-Identifier: MIT
// Mutant: the closure finds zeros in the place of what it captured.
// Breaks: closures.capture
// Verdict: FAIL
#include <malloc.h>

#include <cstdlib>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.env = std::calloc(1, malloc_usable_size(closure.env));  // what was captured stays behind, for good
    closure.drop = std::free;
    return reference.threads.spawn(closure);
  };
}
