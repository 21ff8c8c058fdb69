// SPDX-License-Identifier: MIT
// Mutant: messages in flight are not dropped with the receiver.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.unreceived.run
#include "queue_channel.hpp"

struct leaky : queue_channel {
  void discard(const std::deque<fearless_value>&) override {}
};

MUTANT(port) {
  port.channels = queue_channels<leaky>();
}
