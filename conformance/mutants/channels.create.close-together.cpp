// SPDX-License-Identifier: MIT
// Mutant: when all senders of one channel are dropped, all channels are disconnected.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.closed.run
#include "queue_channel.hpp"

static bool one_is_closed = false;

struct sharing : queue_channel {
  void close() override {
    one_is_closed = true;
    queue_channel::close();
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    return outcome == FEARLESS_EMPTY && one_is_closed ? FEARLESS_DISCONNECTED : outcome;
  }
};

MUTANT(port) {
  port.channels = queue_channels<sharing>();
}
