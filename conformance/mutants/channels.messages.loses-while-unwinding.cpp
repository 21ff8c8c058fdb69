// SPDX-License-Identifier: MIT
// Mutant: a message is lost if its thread unwinds while it sends.
// Breaks: channels.messages
// Verdict: DEADLOCK
// Case: channels.messages.scenarios
#include <exception>

#include "queue_channel.hpp"

struct losing : queue_channel {
  void put(fearless_value value, int sender) override {
    if (std::uncaught_exceptions() == 0) queue_channel::put(value, sender);
  }
};

MUTANT(port) {
  port.channels = queue_channels<losing>();
}
