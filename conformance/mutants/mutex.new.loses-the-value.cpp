// SPDX-License-Identifier: MIT
// Mutant: the value of a new mutex is dropped at once.
// Breaks: mutex.new
// Verdict: FAIL
#include "plain_lock.hpp"

struct empty : plain_lock {
  fearless_locked take() override {
    if (value.drop != nullptr) value.drop(value.data);
    value = {};
    return plain_lock::take();
  }
};

MUTANT(port) {
  port.mutexes = plain_locks<empty>();
}
