// SPDX-License-Identifier: MIT
// Mutant: every drop of a sender wakes the receiver, which takes it for the last one.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
// Case: channels.clone.last-closes.waiting.run
#include "queue_channel.hpp"

struct jumpy : queue_channel {
  fearless_received recv(fearless_value* value) override {
    std::unique_lock locked(lock);
    if (queue.empty() && senders > 0) wait(locked);
    const auto outcome = take(value);
    return outcome == FEARLESS_EMPTY ? FEARLESS_DISCONNECTED : outcome;
  }
  void drop_sender(int sender) override {
    queue_channel::drop_sender(sender);
    changed.notify_all();
  }
};

MUTANT(port) {
  port.channels = queue_channels<jumpy>();
}
