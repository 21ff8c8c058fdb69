// SPDX-License-Identifier: MIT
// Mutant: a holder that unwrapped its lock releases it before a panic.
// Breaks: mutex.poison.fails
// Verdict: FAIL
// Case: mutex.poison.fails.unwrapped.run
#include "mutant.hpp"

MUTANT(port) {
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    fearless_guard* guard = nullptr;
    if (reference.mutexes.lock(mutex, &guard) != FEARLESS_LOCKED) return FEARLESS_PANICS;
    const auto outcome = body(env, reference.mutexes.deref(guard));
    reference.mutexes.unlock(guard);
    return outcome;
  };
}
