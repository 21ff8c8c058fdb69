// SPDX-License-Identifier: MIT
// Mutant: the channel is disconnected with the first sender that is dropped.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
#include "queue_channel.hpp"

struct fragile : queue_channel {
  void drop_sender(int) override {
    const std::scoped_lock locked(lock);
    senders = 0;
    close();
  }
};

MUTANT(port) {
  port.channels = queue_channels<fragile>();
}
