// SPDX-License-Identifier: MIT
// Mutant: a sender that has seen a value in the queue wakes nobody, though by the time that its own value is there the
// other one may be gone and the receiver asleep.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
// Case: channels.recv.blocks.stress
// Schedule: matters
#include "queue_channel.hpp"

struct sparing : queue_channel {
  bool send(fearless_value value, int sender, fearless_value*) override {
    const bool was_empty = is_empty();
    const std::scoped_lock locked(lock);
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
