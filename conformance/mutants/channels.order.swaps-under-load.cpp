// SPDX-License-Identifier: MIT
// Mutant: when the channel holds a thousand messages, each new one is put before the last of them.
// Breaks: channels.order
// Verdict: FAIL
// Case: channels.order.run
#include "queue_channel.hpp"

struct overloaded : queue_channel {
  void put(fearless_value value, int sender) override {
    queue_channel::put(value, sender);
    const auto size = queue.size();
    if (size > 1000) std::swap(queue[size - 1], queue[size - 2]);
  }
};

MUTANT(port) {
  port.channels = queue_channels<overloaded>();
}
