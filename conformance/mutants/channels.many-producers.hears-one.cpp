// SPDX-License-Identifier: MIT
// Mutant: what the second of the producers sends is lost.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.run
#include "queue_channel.hpp"

struct deaf : queue_channel {
  void put(fearless_value value, int sender) override { sender == 2 ? drop(value) : queue.push_back(value); }
};

MUTANT(port) {
  port.channels = queue_channels<deaf>();
}
