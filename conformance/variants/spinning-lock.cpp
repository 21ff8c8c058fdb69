// SPDX-License-Identifier: MIT
// A correct mutex that spins for a while before it sleeps.
#include <atomic>

#include "plain_lock.hpp"

namespace {

struct spinning_lock : plain_lock {
  enum : int { free, taken, awaited };  // awaited: taken, and a thread sleeps until the release

  fearless_locked lock() override {
    for (int looks = 0; looks < 200; ++looks) {
      if (takes()) return outcome();
    }
    while (state.exchange(awaited, std::memory_order_acquire) != free)  // pairs with give_up
      state.wait(awaited, std::memory_order_relaxed);                   // the exchange checks again
    return outcome();
  }

  fearless_locked try_lock() override { return takes() ? outcome() : FEARLESS_WOULD_BLOCK; }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    give_up();
  }

  bool takes() {
    int expected = free;
    return state.compare_exchange_strong(expected, taken, std::memory_order_acquire,  // pairs with give_up
                                         std::memory_order_relaxed);
  }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    give_up();
    return FEARLESS_POISONED;
  }

  void give_up() override {
    if (state.exchange(free, std::memory_order_release) == awaited) state.notify_one();  // pairs with takes and lock
  }

  std::atomic<int> state = free;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<spinning_lock>();
}
