// SPDX-License-Identifier: MIT
// Mutant: try_recv checks the senders before the queue.
// Breaks: channels.recv.drains
// Verdict: FAIL
// Case: channels.recv.drains.without-waiting.run
#include "queue_channel.hpp"

struct rash : queue_channel {
  fearless_received try_recv(fearless_value* value) override {
    const std::scoped_lock locked(lock);
    return senders == 0 ? FEARLESS_DISCONNECTED : take(value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<rash>();
}
