// SPDX-License-Identifier: MIT
// Mutant: messages in flight are not dropped with the receiver.
// Verdict: FAIL
// Case: channels.ownership.transfer.unreceived.run
#include "queue_channel.hpp"

struct leaky : queue_channel {
  void discard(const std::deque<fearless_value>&) override {}
};

MUTANT(port) {
  port.channels = queue_channels<leaky>();
}
