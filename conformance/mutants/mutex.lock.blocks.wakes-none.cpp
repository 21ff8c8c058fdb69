// SPDX-License-Identifier: MIT
// Mutant: an unlock does not wake a waiting thread.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
#include "plain_lock.hpp"

struct silent : plain_lock {
  void wake() override {}
};

MUTANT(port) {
  port.mutexes = plain_locks<silent>();
}
