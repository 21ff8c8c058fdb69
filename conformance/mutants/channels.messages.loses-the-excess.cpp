// SPDX-License-Identifier: MIT
// Mutant: the channel holds a fixed number of messages, and further ones are lost.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.once.run
#include "queue_channel.hpp"

struct full_at_times : queue_channel {
  void put(fearless_value value, int) override { queue.size() < 1024 ? queue.push_back(value) : drop(value); }
};

MUTANT(port) {
  port.channels = queue_channels<full_at_times>();
}
