// SPDX-License-Identifier: MIT
// Mutant: giving the lock up does not wake who waits for it.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
#include "plain_lock.hpp"

struct silent : plain_lock {
  void wake() override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<silent>();
}
