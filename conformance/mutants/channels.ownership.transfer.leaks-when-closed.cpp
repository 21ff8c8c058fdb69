// SPDX-License-Identifier: MIT
// Mutant: what is still in the channel when the receiver is dropped is not destroyed where no sending end is left.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.closed.run
#include "queue_channel.hpp"

struct leaky : queue_channel {
  void discard(const std::deque<fearless_value>& left) override {
    if (senders > 0) queue_channel::discard(left);
  }
};

MUTANT(port) {
  port.channels = queue_channels<leaky>();
}
