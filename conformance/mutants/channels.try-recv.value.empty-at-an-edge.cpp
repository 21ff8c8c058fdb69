// SPDX-License-Identifier: MIT
// Mutant: try_recv finds the first message of each block of 300 only at the second attempt.
// Breaks: channels.try-recv.value
// Verdict: FAIL
// Case: channels.try-recv.value.every-edge.run
#include "queue_channel.hpp"

struct in_blocks : queue_channel {
  fearless_received try_recv(fearless_value* value) override {
    const std::scoped_lock locked(lock);
    if (received == 300) {
      received = 0;
      return FEARLESS_EMPTY;
    }
    return take(value);
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    if (outcome == FEARLESS_RECEIVED) ++received;
    return outcome;
  }

  int received = 0;
};

MUTANT(port) {
  port.channels = queue_channels<in_blocks>();
}
