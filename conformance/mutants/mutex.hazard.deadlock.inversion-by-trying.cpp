// SPDX-License-Identifier: MIT
// Mutant: lock calls a function in a loop that tries to lock, for which the detector records no order.
// Breaks: mutex.hazard.deadlock
// Verdict: INVALID
// Case: mutex.hazard.deadlock.inversion.detected
#include <thread>

#include "plain_lock.hpp"

struct persistent : plain_lock {
  fearless_locked lock() override {
    while (!own.try_lock()) std::this_thread::yield();
    return FEARLESS_LOCKED;
  }

  void unlock(const plain_guard&) override { own.unlock(); }
};

MUTANT(port) {
  port.mutexes = plain_locks<persistent>();
}
