// SPDX-License-Identifier: MIT
// Mutant: the channel holds one message, and the next one overwrites it.
// Breaks: channels.recv.value
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct narrow : queue_channel {
  void put(fearless_value value, int) override {
    if (!queue.empty()) drop(queue.front());
    queue.assign(1, value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<narrow>();
}
