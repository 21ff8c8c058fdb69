// SPDX-License-Identifier: MIT
// Mutant: a message overwrites the previous one even if it was not received.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.once.run
#include "queue_channel.hpp"

struct letter_box : queue_channel {
  void put(fearless_value value, int) override {
    for (const auto& older : queue) drop(older);
    queue.assign(1, value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<letter_box>();
}
