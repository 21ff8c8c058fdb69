// SPDX-License-Identifier: MIT
// Mutant: the senders of a channel are counted in sixteen bits, and the count overflows.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
// Case: channels.clone.last-closes.scenarios
#include <cstdint>

#include "queue_channel.hpp"

struct narrow : queue_channel {
  int add_sender() override {
    const std::scoped_lock locked(lock);
    senders = static_cast<std::uint16_t>(senders + 1);
    return next_sender++;
  }
  void drop_sender(int) override {
    const std::scoped_lock locked(lock);
    senders = static_cast<std::uint16_t>(senders - 1);
    if (senders == 0) close();
  }
};

MUTANT(port) {
  port.channels = queue_channels<narrow>();
}
