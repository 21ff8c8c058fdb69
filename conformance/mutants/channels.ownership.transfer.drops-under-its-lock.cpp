// SPDX-License-Identifier: MIT
// Mutant: messages in flight are dropped while the lock of the channel is held, which their drop may need.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: DEADLOCK
// Case: channels.ownership.transfer.dropped-once.own-sender.run
#include "queue_channel.hpp"

struct locking : queue_channel {
  void discard(const std::deque<fearless_value>& left) override {
    const std::scoped_lock locked(lock);
    queue_channel::discard(left);
  }
};

MUTANT(port) {
  port.channels = queue_channels<locking>();
}
