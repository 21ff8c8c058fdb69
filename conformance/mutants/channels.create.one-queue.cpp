// SPDX-License-Identifier: MIT
// Mutant: all channels share one queue.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.run
#include "queue_channel.hpp"

static std::deque<fearless_value> common;

struct sharing : queue_channel {
  void put(fearless_value value, int) override { common.push_back(value); }
  fearless_received take(fearless_value* value) override {
    common.swap(queue);
    const auto outcome = queue_channel::take(value);
    common.swap(queue);
    return outcome;
  }
};

MUTANT(port) {
  port.channels = queue_channels<sharing>();
}
