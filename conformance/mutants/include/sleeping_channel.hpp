// SPDX-License-Identifier: MIT
#pragma once

#include <semaphore.h>

#include <atomic>

#include "queue_channel.hpp"

/// A channel whose receiver says that it sleeps, and then looks at the count of messages; a sender counts, and then
/// looks whether the receiver sleeps. With fences in between, at least one of them sees the other's store, as in
/// Dekker's algorithm, and the channel is correct.
template <bool HasFences>
struct sleeping_channel : queue_channel {
  sleeping_channel() { ::sem_init(&bell, 0, 0); }

  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const bool was_sent = queue_channel::send(value, sender, returned);
    sent.fetch_add(1, std::memory_order_relaxed);
    ring();
    return was_sent;
  }

  fearless_received recv(fearless_value* value) override {
    while (true) {
      sleeps.store(true, std::memory_order_relaxed);
      fence();
      if (taken == sent.load(std::memory_order_relaxed) && !is_closed.load(std::memory_order_relaxed))
        ::sem_wait(&bell);
      sleeps.store(false, std::memory_order_relaxed);
      const auto outcome = take_one(value);
      if (outcome != FEARLESS_EMPTY) return outcome;
    }
  }

  fearless_received try_recv(fearless_value* value) override { return take_one(value); }

  void close() override {
    is_closed.store(true, std::memory_order_relaxed);
    ring();
  }

  fearless_received take_one(fearless_value* value) {
    const auto outcome = queue_channel::try_recv(value);
    if (outcome == FEARLESS_RECEIVED) ++taken;
    return outcome;
  }

  void ring() {
    fence();
    if (sleeps.load(std::memory_order_relaxed)) ::sem_post(&bell);
  }

  static void fence() {
    if constexpr (HasFences) std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  sem_t bell{};
  std::atomic<int> sent = 0;
  std::atomic<bool> sleeps = false, is_closed = false;
  int taken = 0;
};
