// SPDX-License-Identifier: MIT
// Mutant: the channel holds a fixed number of messages, and further sends fail.
// Breaks: channels.send.ok
// Verdict: FAIL
#include "queue_channel.hpp"

struct bounded : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      const std::scoped_lock locked(lock);
      if (queue.size() == 4096) {
        *returned = value;
        return false;
      }
    }
    return queue_channel::send(value, sender, returned);
  }
};

MUTANT(port) {
  port.channels = queue_channels<bounded>();
}
