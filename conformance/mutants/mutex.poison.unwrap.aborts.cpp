// SPDX-License-Identifier: MIT
// Mutant: unwrapping a failed lock ends the process.
// Breaks: mutex.poison.unwrap
// Verdict: CRASH
// Case: mutex.poison.unwrap.run
#include <exception>

#include "mutant.hpp"

MUTANT(port) {
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    auto outcome = FEARLESS_RETURNS;
    const auto attempt = reference.mutexes.with_lock(mutex, body, env, &outcome);
    if (attempt == FEARLESS_POISONED) std::terminate();
    return outcome;
  };
}
