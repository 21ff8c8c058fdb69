// SPDX-License-Identifier: MIT
// Mutant: a send wakes the receiver only if it has seen the queue empty, which may have become empty since.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
// Case: channels.recv.blocks.stress
// Schedule: matters
#include "queue_channel.hpp"

struct sparing : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const bool was_empty = is_empty();
    const std::scoped_lock locked(lock);
    if (!receiver_lives) {
      *returned = value;
      return false;
    }
    put(value, sender);
    if (was_empty) wake();
    return true;
  }
  bool is_empty() {
    const std::scoped_lock locked(lock);
    return queue.empty();
  }
};

MUTANT(port) {
  port.channels = queue_channels<sparing>();
}
