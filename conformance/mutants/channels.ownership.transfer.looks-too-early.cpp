// SPDX-License-Identifier: MIT
// Mutant: a sender sees that there is a receiver and then puts its value into the channel, which nobody will empty
// where the receiver has gone in between.
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
