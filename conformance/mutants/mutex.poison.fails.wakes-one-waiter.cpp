// SPDX-License-Identifier: MIT
// Mutant: a panic wakes one of those who wait; that one does not get the lock, so that it has none to give up, and
// wakes nobody.
// Breaks: mutex.poison.fails
// Verdict: DEADLOCK
// Case: mutex.poison.fails.waiting.run
#include "plain_lock.hpp"

struct sparing : plain_lock {
  void wake() override { changed.notify_one(); }
};

MUTANT(port) {
  port.mutexes = plain_locks<sparing>();
}
