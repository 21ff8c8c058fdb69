// SPDX-License-Identifier: MIT
// Mutant: try_recv checks the queue, then the senders, and does not check the queue again.
// Breaks: channels.recv.drains
// Verdict: FAIL
// Case: channels.recv.drains.without-waiting.stress
// Schedule: matters
#include "queue_channel.hpp"

struct trusting : queue_channel {
  fearless_received try_recv(fearless_value* value) override {
    {
      const std::scoped_lock locked(lock);
      if (!queue.empty()) return take(value);
    }
    const std::scoped_lock locked(lock);
    return senders == 0 ? FEARLESS_DISCONNECTED : FEARLESS_EMPTY;
  }
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
