// SPDX-License-Identifier: MIT
// Mutant: the spawner keeps the values that it moved, and drops them too.
// Breaks: closures.move.transfers.owner
// Verdict: FAIL
#include <malloc.h>

#include <cstring>
#include <new>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const auto size = malloc_usable_size(closure.env);
    void* const kept = std::memcpy(::operator new(size), closure.env, size);
    auto* const thread = reference.threads.spawn(closure);
    closure.drop(kept);
    return thread;
  };
}
