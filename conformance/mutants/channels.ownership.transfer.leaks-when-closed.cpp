// SPDX-License-Identifier: MIT
// Mutant: messages in flight are not dropped with the receiver if there is no sender.
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
