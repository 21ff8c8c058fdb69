// SPDX-License-Identifier: MIT
// Mutant: the messages in flight are counted in sixteen bits, and the count overflows.
// Breaks: channels.try-recv.value
// Verdict: FAIL
// Case: channels.try-recv.value.scenarios
#include <cstdint>

#include "queue_channel.hpp"

struct narrow : queue_channel {
  void put(fearless_value value, int sender) override {
    ++in_flight;
    queue_channel::put(value, sender);
  }
  fearless_received take(fearless_value* value) override {
    if (in_flight == 0) return senders == 0 ? FEARLESS_DISCONNECTED : FEARLESS_EMPTY;
    --in_flight;
    return queue_channel::take(value);
  }

  std::uint16_t in_flight = 0;
};

MUTANT(port) {
  port.channels = queue_channels<narrow>();
}
