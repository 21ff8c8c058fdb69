// SPDX-License-Identifier: MIT
// Mutant: a mutex does not drop a value whose data is null.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.scenarios
#include "plain_lock.hpp"

struct leaking : plain_lock {
  ~leaking() override {
    if (value.data == nullptr) value = {};
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<leaking>();
}
