// SPDX-License-Identifier: MIT
// Mutant: what is left of an old channel is used again for a new one, with what was still in it.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.anew.run
#include "queue_channel.hpp"

static std::deque<fearless_value> leftover;

struct second_hand : queue_channel {
  second_hand() { queue.swap(leftover); }
  void discard(const std::deque<fearless_value>& left) override { leftover = left; }
};

MUTANT(port) {
  port.channels = queue_channels<second_hand>();
}
