// SPDX-License-Identifier: MIT
// Mutant: messages in flight are not dropped if the receiver is dropped while its thread unwinds.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.scenarios
#include <exception>

#include "queue_channel.hpp"

struct leaking : queue_channel {
  void discard(const std::deque<fearless_value>& left) override {
    if (std::uncaught_exceptions() == 0) queue_channel::discard(left);
  }
};

MUTANT(port) {
  port.channels = queue_channels<leaking>();
}
