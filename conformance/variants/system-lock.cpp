// SPDX-License-Identifier: MIT
// A correct mutex that is a lock of the system, held as long as its guard lives, so that the race detector sees it.
#include "plain_lock.hpp"

namespace {

struct system_lock : plain_lock {
  fearless_locked lock() override {
    own.lock();
    return outcome();
  }

  fearless_locked try_lock() override { return own.try_lock() ? outcome() : FEARLESS_WOULD_BLOCK; }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    own.unlock();
    return FEARLESS_POISONED;
  }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    own.unlock();
  }
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<system_lock>();
}
