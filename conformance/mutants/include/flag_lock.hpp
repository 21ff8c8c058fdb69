// SPDX-License-Identifier: MIT
#pragma once

#include <sched.h>

#include <atomic>

#include "plain_lock.hpp"

/// The memory orders of a flag.
struct flag_orders {
  std::memory_order lock = std::memory_order_acquire;
  std::memory_order lock_after_waiting = std::memory_order_acquire;
  std::memory_order try_lock = std::memory_order_acquire;
  std::memory_order unlock = std::memory_order_release;
};

/// A mutex that is one atomic flag, on which threads spin. With its default memory orders it synchronises its holders.
/// It is never poisoned.
template <flag_orders Orders>
struct flag_lock : plain_lock {
  fearless_locked lock() override {
    auto order = Orders.lock;
    while (taken.exchange(true, order)) {
      order = Orders.lock_after_waiting;
      sched_yield();
    }
    return FEARLESS_LOCKED;
  }

  fearless_locked try_lock() override {
    return taken.exchange(true, Orders.try_lock) ? FEARLESS_WOULD_BLOCK : FEARLESS_LOCKED;
  }

  void unlock(const plain_guard&) override { taken.store(false, Orders.unlock); }

  std::atomic<bool> taken = false;
};
