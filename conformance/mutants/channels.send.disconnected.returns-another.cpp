// SPDX-License-Identifier: MIT
// Mutant: the error contains the oldest message in flight.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.unread.run
#include "queue_channel.hpp"

struct confused : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (queue_channel::send(value, sender, returned)) return true;
    queue.push_back(value);
    queue_channel::take(returned);
    return false;
  }
  void discard(const std::deque<fearless_value>& left) override { queue = left; }
};

MUTANT(port) {
  port.channels = queue_channels<confused>();
}
