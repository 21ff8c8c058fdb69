// SPDX-License-Identifier: MIT
// Mutant: a clone is disconnected from the beginning.
// Breaks: channels.clone.same-channel
// Verdict: FAIL
#include "queue_channel.hpp"

struct original_only : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (sender == 0) return queue_channel::send(value, sender, returned);
    *returned = value;
    return false;
  }
};

MUTANT(port) {
  port.channels = queue_channels<original_only>();
}
