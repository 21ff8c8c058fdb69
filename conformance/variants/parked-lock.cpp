// SPDX-License-Identifier: MIT
// The reference's park and unpark in a mutex: a thread that waits parks, and the holder hands the lock over to it. The
// reference's park returns only after an unpark, which other programs may not rely on; so nothing but the token orders
// what one holder did before what the next one does.
#include <deque>
#include <fearless/thread.hpp>

#include "plain_lock.hpp"

namespace {

struct parked_lock : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    if (!is_held) return take();
    waiting.push_back(fearless::current_thread());
    locked.unlock();
    fearless::park();
    if (!is_poisoned) return FEARLESS_LOCKED;
    hand_over();
    return FEARLESS_POISONED;
  }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    hand_over();
  }

  void hand_over() {
    std::unique_lock locked(own);
    if (waiting.empty()) {
      is_held = false;
      return;
    }
    const fearless::thread next = std::move(waiting.front());
    waiting.pop_front();
    locked.unlock();
    next.unpark();
  }

  std::deque<fearless::thread> waiting;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<parked_lock>();
}
