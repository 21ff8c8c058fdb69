// SPDX-License-Identifier: MIT
// Mutant: there is room for so many sending ends, and those that are too many are mute.
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
