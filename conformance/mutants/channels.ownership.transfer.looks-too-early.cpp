// SPDX-License-Identifier: MIT
// Mutant: a sender checks for the receiver and then sends in a second step; a receiver that is dropped in between leaks
// it.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.stress
// Schedule: matters
#include "queue_channel.hpp"

struct trusting : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (!has_receiver()) {
      *returned = value;
      return false;
    }
    const std::scoped_lock locked(lock);
    put(value, sender);
    wake();
    return true;
  }
  bool has_receiver() {
    const std::scoped_lock locked(lock);
    return receiver_lives;
  }
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
