// SPDX-License-Identifier: MIT
// Mutant: messages in flight are dropped with the last sender and again with the receiver.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.closed.run
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

struct thorough : queue_channel {
  void close() override {
    for (const auto& value : queue) drop(shallow_copy(value));
    queue_channel::close();
  }
};

MUTANT(port) {
  port.channels = queue_channels<thorough>();
}
