// SPDX-License-Identifier: MIT
// Mutant: recv returns disconnected once, and the next call waits.
// Breaks: channels.recv.closed
// Verdict: DEADLOCK
// Case: channels.recv.closed.run
#include "queue_channel.hpp"

struct forgetful : queue_channel {
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    if (outcome != FEARLESS_DISCONNECTED) return outcome;
    return std::exchange(said, true) ? FEARLESS_EMPTY : FEARLESS_DISCONNECTED;
  }

  bool said = false;
};

MUTANT(port) {
  port.channels = queue_channels<forgetful>();
}
