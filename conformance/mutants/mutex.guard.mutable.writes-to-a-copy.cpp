// SPDX-License-Identifier: MIT
// Mutant: a holder changes a copy of the data, which is dropped with the guard.
// Breaks: mutex.guard.mutable
// Verdict: FAIL
// Case: mutex.guard.mutable.run
#include "plain_lock.hpp"
#include "shallow_copy.hpp"

struct distant : plain_lock {
  fearless_value* deref() override {
    if (copy.data == nullptr) copy = shallow_copy(value);
    return &copy;
  }
  void unlock(const plain_guard& guard) override {
    ::operator delete(std::exchange(copy, {}).data);
    plain_lock::unlock(guard);
  }

  fearless_value copy{};
};

MUTANT(port) {
  port.mutexes = plain_locks<distant>();
}
