// SPDX-License-Identifier: MIT
// Mutant: dropping a mutex does not drop what is in it.
// Breaks: mutex.new
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  ~forgetful() override { value = {}; }
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
