// SPDX-License-Identifier: MIT
// Mutant: messages in flight are not dropped if the receiver is dropped while a sender is in the middle of a send.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.scenarios
// Schedule: matters
#include <atomic>

#include "queue_channel.hpp"

struct hasty : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    ++in_the_middle;
    const bool sent = queue_channel::send(value, sender, returned);
    --in_the_middle;
    return sent;
  }
  void discard(const std::deque<fearless_value>& left) override {
    if (in_the_middle == 0) queue_channel::discard(left);
  }

  std::atomic<int> in_the_middle = 0;
};

MUTANT(port) {
  port.channels = queue_channels<hasty>();
}
