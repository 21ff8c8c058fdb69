// SPDX-License-Identifier: MIT
// Mutant: the data of a mutex is dropped while a lock is held that the creation of every mutex needs.
// Breaks: mutex.new
// Verdict: DEADLOCK
// Case: mutex.new.scenarios
#include "plain_lock.hpp"

static std::mutex lock_of_all;

MUTANT(port) {
  port.mutexes = plain_locks<plain_lock>();
  port.mutexes.create = [](fearless_value value) {
    const std::scoped_lock locked(lock_of_all);
    return plain_locks<plain_lock>().create(value);
  };
  port.mutexes.drop = [](fearless_mutex* mutex) {
    const std::scoped_lock locked(lock_of_all);
    plain_locks<plain_lock>().drop(mutex);
  };
}
