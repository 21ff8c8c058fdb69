// SPDX-License-Identifier: MIT
// A correct mutex that spins for a while before it sleeps.
#include <atomic>

#include "raw_lock.hpp"

namespace {

struct spinning_lock : raw_lock {
  enum : int { free, taken, awaited };  // awaited: taken, and a thread sleeps until the release

  void acquire() override {
    for (int looks = 0; looks < 200; ++looks)
      if (try_acquire()) return;
    while (state.exchange(awaited, std::memory_order_acquire) != free)  // pairs with release
      state.wait(awaited, std::memory_order_relaxed);                   // the exchange checks again
  }

  bool try_acquire() override {
    int expected = free;
    return state.compare_exchange_strong(expected, taken, std::memory_order_acquire,  // pairs with release
                                         std::memory_order_relaxed);
  }

  void release() override {
    if (state.exchange(free, std::memory_order_release) == awaited) state.notify_one();  // pairs with the acquires
  }

  std::atomic<int> state = free;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<spinning_lock>();
}
