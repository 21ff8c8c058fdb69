// SPDX-License-Identifier: MIT
// Mutant: unwrapping a failed lock does nothing, and the thread continues.
// Breaks: mutex.poison.unwrap
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    auto outcome = FEARLESS_RETURNS;
    const auto attempt = reference.mutexes.with_lock(mutex, body, env, &outcome);
    return attempt == FEARLESS_POISONED ? FEARLESS_RETURNS : outcome;
  };
}
