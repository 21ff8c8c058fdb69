// SPDX-License-Identifier: MIT
// Mutant: the channel holds a fixed number of messages, and further sends wait.
// Breaks: channels.send.ok
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct bounded : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      std::unique_lock locked(lock);
      changed.wait(locked, [&] { return queue.size() < 4096 || !receiver_lives; });
    }
    return queue_channel::send(value, sender, returned);
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    changed.notify_all();
    return outcome;
  }
};

MUTANT(port) {
  port.channels = queue_channels<bounded>();
}
