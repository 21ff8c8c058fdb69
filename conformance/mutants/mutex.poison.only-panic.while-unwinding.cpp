// SPDX-License-Identifier: MIT
// Mutant: a guard poisons whenever a panic is under way, also one that was under way before.
// Breaks: mutex.poison.only-panic
// Verdict: FAIL
// Case: mutex.poison.only-panic.unwinding.run
#include "plain_lock.hpp"

struct hasty : plain_lock {
  bool is_panic(const plain_guard& guard) override { return guard.is_unwinding(); }
};

MUTANT(port) {
  port.mutexes = plain_locks<hasty>();
}
