// SPDX-License-Identifier: MIT
// Mutant: the channel closes with the sender that was there first, whatever clones are left.
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
