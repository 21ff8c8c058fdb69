// SPDX-License-Identifier: MIT
// Mutant: a value that replaces the data is lost at the unlock.
// Breaks: mutex.guard.mutable
// Verdict: FAIL
// Case: mutex.guard.mutable.replaced.run
#include "plain_lock.hpp"

struct attached : plain_lock {
  void unlock(const plain_guard& guard) override {
    if (value.data != first && first != nullptr && value.drop != nullptr) {
      value.drop(value.data);
      value = {};
    }
    plain_lock::unlock(guard);
  }
  fearless_locked take() override {
    if (first == nullptr) first = value.data;
    return plain_lock::take();
  }

  void* first = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<attached>();
}
