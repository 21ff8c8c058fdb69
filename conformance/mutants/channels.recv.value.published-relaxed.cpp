// SPDX-License-Identifier: MIT
// Mutant: a message is published in relaxed order.
// Breaks: channels.recv.value
// Verdict: RACE
// Case: channels.recv.value.visible.run
#include <sched.h>

#include <array>
#include <atomic>

#include "queue_channel.hpp"

struct relaxed : queue_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    const auto place = sent.load(std::memory_order_relaxed);
    values[place] = value;
    sent.store(place + 1, std::memory_order_relaxed);  // should be release
    return true;
  }

  fearless_received recv(fearless_value* value) override {
    while (sent.load(std::memory_order_relaxed) == received) sched_yield();
    *value = values[received++];
    return FEARLESS_RECEIVED;
  }

  std::array<fearless_value, 8> values{};
  std::atomic<std::size_t> sent = 0;
  std::size_t received = 0;
};

MUTANT(port) {
  port.channels = queue_channels<relaxed>();
}
