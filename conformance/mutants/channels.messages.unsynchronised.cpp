// SPDX-License-Identifier: MIT
// Mutant: a message arrives without any order between the writes of its sender and the reads of its receiver.
// Breaks: channels.messages
// Verdict: RACE
// Case: channels.messages.visible.run
#include <atomic>
#include <thread>

#include "queue_channel.hpp"

struct unordered : queue_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    only.store(value.data, std::memory_order_relaxed);
    return true;
  }
  fearless_received recv(fearless_value* value) override {
    while (only.load(std::memory_order_relaxed) == nullptr) std::this_thread::yield();
    *value = {.data = only.load(std::memory_order_relaxed), .drop = [](void*) {}};
    return FEARLESS_RECEIVED;
  }
  std::atomic<void*> only = nullptr;
};

MUTANT(port) {
  port.channels = queue_channels<unordered>();
}
