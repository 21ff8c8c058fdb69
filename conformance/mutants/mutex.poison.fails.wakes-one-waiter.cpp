// SPDX-License-Identifier: MIT
// Mutant: a panic of the holder wakes one waiter, which fails and so wakes no other one.
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
