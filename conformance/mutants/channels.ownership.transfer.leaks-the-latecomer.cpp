// SPDX-License-Identifier: MIT
// Mutant: the receiver drops the messages in flight before it disconnects; a message that is sent in between is leaked.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Schedule: matters
#include "queue_channel.hpp"

struct hasty : queue_channel {
  void drop_receiver() override {
    std::deque<fearless_value> left;
    {
      const std::scoped_lock locked(lock);
      left.swap(queue);
    }
    discard(left);
    const std::scoped_lock locked(lock);
    receiver_lives = false;
  }
};

MUTANT(port) {
  port.channels = queue_channels<hasty>();
}
