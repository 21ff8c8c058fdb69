// SPDX-License-Identifier: MIT
// A correct fair mutex: each thread draws a ticket, and the threads acquire the lock in the order of the tickets.
#include "plain_lock.hpp"

namespace {

struct fair_lock : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    const auto number = next++;
    while (number != served) wait(locked);
    return outcome();
  }

  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    if (next != served) return FEARLESS_WOULD_BLOCK;
    ++next;
    return outcome();
  }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    give_up();
    return FEARLESS_POISONED;
  }

  void give_up() override {
    ++served;
    wake();
  }

  std::size_t next = 0;
  std::size_t served = 0;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<fair_lock>();
}
