// SPDX-License-Identifier: MIT
// Mutant: send waits if there is no receiver.
// Breaks: channels.send.disconnected
// Verdict: DEADLOCK
// Case: channels.send.disconnected.run
#include "queue_channel.hpp"

struct hopeful : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      std::unique_lock locked(lock);
      changed.wait(locked, [&] { return receiver_lives; });
    }
    return queue_channel::send(value, sender, returned);
  }
};

MUTANT(port) {
  port.channels = queue_channels<hopeful>();
}
