// SPDX-License-Identifier: MIT
// Mutant: recv checks the senders before the queue.
// Breaks: channels.recv.drains
// Verdict: FAIL
#include "queue_channel.hpp"

struct rash : queue_channel {
  fearless_received take(fearless_value* value) override {
    if (senders == 0) return FEARLESS_DISCONNECTED;
    return queue_channel::take(value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<rash>();
}
