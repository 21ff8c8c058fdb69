// SPDX-License-Identifier: MIT
// Mutant: dropping a mutex drops what was in it first, and nothing else.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.replaced.run
#include "plain_lock.hpp"

struct attached : plain_lock {
  fearless_locked take() override {
    if (first == nullptr) first = value.data;
    return plain_lock::take();
  }
  ~attached() override {
    if (value.data != first) value = {};
  }

  void* first = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<attached>();
}
