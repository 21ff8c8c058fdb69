// SPDX-License-Identifier: MIT
// Mutant: unwrapping a failed lock acquires it.
// Breaks: mutex.poison.unwrap
// Verdict: FAIL
#include "plain_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<plain_lock>();
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    auto& lock = *reinterpret_cast<plain_lock*>(mutex);
    {
      const std::scoped_lock locked(lock.own);
      lock.is_poisoned = false;
    }
    auto outcome = FEARLESS_RETURNS;
    plain_locks<plain_lock>().with_lock(mutex, body, env, &outcome);
    return outcome;
  };
}
