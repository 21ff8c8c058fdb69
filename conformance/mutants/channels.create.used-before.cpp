// SPDX-License-Identifier: MIT
// Mutant: the queue of an old channel is reused for a new one, with its messages.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.after-others.run
#include "queue_channel.hpp"

static std::deque<fearless_value> leftover;

struct second_hand : queue_channel {
  second_hand() { queue.swap(leftover); }
  void discard(const std::deque<fearless_value>& left) override { leftover = left; }
};

MUTANT(port) {
  port.channels = queue_channels<second_hand>();
}
