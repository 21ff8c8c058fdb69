// SPDX-License-Identifier: MIT
// Mutant: the drop of a mutex drops its first value only.
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
