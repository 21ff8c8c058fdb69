// SPDX-License-Identifier: MIT
// Mutant: the receiver says that it sleeps and then looks at the count of messages; a sender counts and then looks
// whether the receiver sleeps. Without a fence in between, each may see what was before the other's store.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
// Case: channels.recv.blocks.stress
// Schedule: matters
#include <semaphore.h>

#include <atomic>

#include "queue_channel.hpp"

struct unfenced : queue_channel {
  unfenced() { ::sem_init(&bell, 0, 0); }

  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const bool was_sent = queue_channel::send(value, sender, returned);
    sent.fetch_add(1, std::memory_order_release);
    if (sleeps.load(std::memory_order_acquire)) ::sem_post(&bell);
    return was_sent;
  }

  fearless_received recv(fearless_value* value) override {
    while (true) {
      sleeps.store(true, std::memory_order_release);
      if (taken == sent.load(std::memory_order_acquire)) ::sem_wait(&bell);
      sleeps.store(false, std::memory_order_release);
      const auto outcome = try_recv(value);
      if (outcome == FEARLESS_RECEIVED) ++taken;
      if (outcome != FEARLESS_EMPTY) return outcome;
    }
  }

  void close() override { ::sem_post(&bell); }

  sem_t bell{};
  std::atomic<int> sent = 0;
  std::atomic<bool> sleeps = false;
  int taken = 0;
};

MUTANT(port) {
  port.channels = queue_channels<unfenced>();
}
