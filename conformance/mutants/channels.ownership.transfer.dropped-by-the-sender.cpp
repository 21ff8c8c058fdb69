// SPDX-License-Identifier: MIT
// Mutant: messages in flight at the drop of the receiver are dropped with the last sender.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.unreceived.run
#include "queue_channel.hpp"

struct patient : queue_channel {
  ~patient() override { queue_channel::discard(left_over); }
  void discard(const std::deque<fearless_value>& left) override { left_over = left; }
  std::deque<fearless_value> left_over;
};

MUTANT(port) {
  port.channels = queue_channels<patient>();
}
