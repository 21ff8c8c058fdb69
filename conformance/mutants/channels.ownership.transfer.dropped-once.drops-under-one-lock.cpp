// SPDX-License-Identifier: MIT
// Mutant: messages in flight are dropped while a lock is held that the sends of all channels need.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: DEADLOCK
// Case: channels.ownership.transfer.dropped-once.scenarios
#include "queue_channel.hpp"

static std::mutex lock_of_all;

struct locking : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const std::scoped_lock locked(lock_of_all);
    return queue_channel::send(value, sender, returned);
  }
  void discard(const std::deque<fearless_value>& left) override {
    const std::scoped_lock locked(lock_of_all);
    queue_channel::discard(left);
  }
};

MUTANT(port) {
  port.channels = queue_channels<locking>();
}
