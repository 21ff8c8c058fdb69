// SPDX-License-Identifier: MIT
// Mutant: the messages of the second sender are lost.
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
