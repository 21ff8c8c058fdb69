// SPDX-License-Identifier: MIT
// Mutant: a panic of the holder gives the lock up, and leaves no mark.
// Breaks: mutex.poison.fails
// Verdict: FAIL
#include "plain_lock.hpp"

struct careless : plain_lock {
  void poison() override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<careless>();
}
