// SPDX-License-Identifier: MIT
// Mutant: a panic of the holder releases the lock without poisoning it.
// Breaks: mutex.poison.fails
// Verdict: FAIL
#include "plain_lock.hpp"

struct careless : plain_lock {
  void poison() override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<careless>();
}
