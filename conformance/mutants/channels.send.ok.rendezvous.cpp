// SPDX-License-Identifier: MIT
// Mutant: send waits until the message is received.
// Breaks: channels.send.ok
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct meeting : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (!queue_channel::send(value, sender, returned)) return false;
    std::unique_lock locked(lock);
    changed.wait(locked, [&] { return queue.empty(); });
    return true;
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    changed.notify_all();
    return outcome;
  }
};

MUTANT(port) {
  port.channels = queue_channels<meeting>();
}
