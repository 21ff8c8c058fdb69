// SPDX-License-Identifier: MIT
// Mutant: a channel has a fixed number of senders, and the sends of further ones are lost.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.thousand.run
#include "queue_channel.hpp"

struct narrow : queue_channel {
  void put(fearless_value value, int sender) override { sender < 256 ? queue.push_back(value) : drop(value); }
};

MUTANT(port) {
  port.channels = queue_channels<narrow>();
}
