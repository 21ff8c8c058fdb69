// SPDX-License-Identifier: MIT
// Mutant: recv does not check the queue again after a wake-up, which may be spurious.
// Breaks: channels.recv.blocks
// Verdict: FAIL
// Case: channels.recv.blocks.stress
// Schedule: matters
#include "queue_channel.hpp"

struct trusting : queue_channel {
  fearless_received recv(fearless_value* value) override {
    std::unique_lock locked(lock);
    if (queue.empty() && senders > 0) wait(locked);  // should be a loop
    return queue.empty() ? FEARLESS_DISCONNECTED : take(value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
