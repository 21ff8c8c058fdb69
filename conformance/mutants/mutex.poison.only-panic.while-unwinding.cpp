// SPDX-License-Identifier: MIT
// Mutant: a guard that is dropped during any unwinding poisons, even if the panic began before the lock.
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
