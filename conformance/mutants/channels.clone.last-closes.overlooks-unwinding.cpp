// SPDX-License-Identifier: MIT
// Mutant: a sender that is dropped while its thread unwinds is still counted.
// Breaks: channels.clone.last-closes
// Verdict: DEADLOCK
// Case: channels.clone.last-closes.scenarios
#include <exception>

#include "queue_channel.hpp"

struct overlooking : queue_channel {
  void drop_sender(int sender) override {
    if (std::uncaught_exceptions() == 0) queue_channel::drop_sender(sender);
  }
};

MUTANT(port) {
  port.channels = queue_channels<overlooking>();
}
