// SPDX-License-Identifier: MIT
// Mutant: the first send after the drop of the receiver succeeds, and only the next ones fail.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.run
#include "queue_channel.hpp"

struct slow : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      const std::scoped_lock locked(lock);
      if (!receiver_lives && !std::exchange(has_noticed, true)) {
        drop(value);
        return true;
      }
    }
    return queue_channel::send(value, sender, returned);
  }
  bool has_noticed = false;
};

MUTANT(port) {
  port.channels = queue_channels<slow>();
}
