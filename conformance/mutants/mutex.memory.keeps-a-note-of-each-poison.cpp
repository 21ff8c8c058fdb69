// SPDX-License-Identifier: MIT
// Mutant: a mutex that is poisoned makes a note of the holder, and never frees it.
// Breaks: mutex.memory
// Verdict: FAIL
// Case: mutex.memory.poisoned.run
#include <thread>

#include "plain_lock.hpp"

struct noting : plain_lock {
  void poison() override {
    holder = new std::thread::id(std::this_thread::get_id());
    plain_lock::poison();
  }

  std::thread::id* holder = nullptr;
};

MUTANT(port) {
  port.mutexes = plain_locks<noting>();
}
