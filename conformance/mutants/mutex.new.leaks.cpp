// SPDX-License-Identifier: MIT
// Mutant: the drop of a mutex does not drop its data.
// Breaks: mutex.new
// Verdict: FAIL
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  ~forgetful() override { value = {}; }
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}
