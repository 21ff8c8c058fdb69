// SPDX-License-Identifier: MIT
// Mutant: the message that was sent last is received first.
// Breaks: channels.order
// Verdict: FAIL
#include "queue_channel.hpp"

struct backwards : queue_channel {
  void put(fearless_value value, int) override { queue.push_front(value); }
};

MUTANT(port) {
  port.channels = queue_channels<backwards>();
}
