// SPDX-License-Identifier: MIT
// Mutant: the drop of a mutex drops the data and does not free the mutex.
// Breaks: mutex.memory
// Verdict: FAIL
#include <memory>

#include "plain_lock.hpp"

MUTANT(port) {
  port.mutexes = plain_locks<plain_lock>();
  port.mutexes.drop = [](fearless_mutex* mutex) { std::destroy_at(reinterpret_cast<plain_lock*>(mutex)); };
}
