// SPDX-License-Identifier: MIT
// Mutant: a message without a drop arrives without its data.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.scenarios
#include "queue_channel.hpp"

struct blanking : queue_channel {
  void put(fearless_value value, int sender) override {
    queue_channel::put(value.drop != nullptr ? value : fearless_value{}, sender);
  }
};

MUTANT(port) {
  port.channels = queue_channels<blanking>();
}
