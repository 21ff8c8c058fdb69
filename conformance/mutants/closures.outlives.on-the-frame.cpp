// SPDX-License-Identifier: MIT
// Mutant: the environment is in the stack frame of the spawner, which may return first.
// Breaks: closures.outlives
// Verdict: RACE
#include <malloc.h>

#include <cstddef>
#include <cstring>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    alignas(std::max_align_t) char frame[1024];
    closure.env = std::memcpy(frame, closure.env, malloc_usable_size(closure.env));
    closure.drop = [](void*) {};
    return reference.threads.spawn(closure);
  };
}
