// SPDX-License-Identifier: MIT
// Mutant: send sends a reference to the value, which is dropped with the sender.
// Breaks: channels.send.takes
// Verdict: FAIL
// Case: channels.send.takes.run
#include <vector>

#include "queue_channel.hpp"

struct lending : queue_channel {
  void put(fearless_value value, int) override {
    lent.push_back(value);
    queue.push_back({.data = value.data, .drop = [](void*) {}});
  }
  void drop_sender(int sender) override {
    queue_channel::drop_sender(sender);
    for (const auto& value : lent) drop(value);
  }
  std::vector<fearless_value> lent;
};

MUTANT(port) {
  port.channels = queue_channels<lending>();
}
