// SPDX-License-Identifier: MIT
// Mutant: a sender checks whether it is the last one before it leaves; of two at the same time, neither disconnects.
// Breaks: channels.clone.last-closes
// Verdict: DEADLOCK
// Case: channels.clone.last-closes.stress
// Schedule: matters
#include "queue_channel.hpp"

struct polite : queue_channel {
  void drop_sender(int) override {
    const bool last = is_last();
    const std::scoped_lock locked(lock);
    --senders;
    closed = closed || last;
    if (closed) close();
  }
  bool is_last() {
    const std::scoped_lock locked(lock);
    return senders == 1;
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    return outcome == FEARLESS_DISCONNECTED && !closed ? FEARLESS_EMPTY : outcome;
  }

  bool closed = false;
};

MUTANT(port) {
  port.channels = queue_channels<polite>();
}
