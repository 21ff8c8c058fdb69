// SPDX-License-Identifier: MIT
// Mutant: some messages are lost.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.once.run
#include "queue_channel.hpp"

struct leaky : queue_channel {
  void put(fearless_value value, int) override { ++puts % 1000 == 0 ? drop(value) : queue.push_back(value); }
  int puts = 0;
};

MUTANT(port) {
  port.channels = queue_channels<leaky>();
}
