// SPDX-License-Identifier: MIT
// Mutant: recv checks the queue, then the senders, and does not check the queue again.
// Breaks: channels.recv.drains
// Verdict: FAIL
// Case: channels.recv.drains.stress
// Schedule: matters
#include "queue_channel.hpp"

struct trusting : queue_channel {
  fearless_received recv(fearless_value* value) override {
    while (true) {
      {
        const std::scoped_lock locked(lock);
        if (!queue.empty()) return take(value);
      }
      std::unique_lock locked(lock);
      if (senders == 0) return FEARLESS_DISCONNECTED;
      if (queue.empty()) wait(locked);
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
