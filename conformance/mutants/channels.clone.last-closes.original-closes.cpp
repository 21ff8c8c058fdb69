// SPDX-License-Identifier: MIT
// Mutant: the channel is disconnected with its first sender, even if clones are left.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
#include "queue_channel.hpp"

struct hierarchical : queue_channel {
  void drop_sender(int sender) override {
    if (sender != 0) return;
    const std::scoped_lock locked(lock);
    senders = 0;
    close();
  }
};

MUTANT(port) {
  port.channels = queue_channels<hierarchical>();
}
