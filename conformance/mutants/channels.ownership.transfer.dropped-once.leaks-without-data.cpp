// SPDX-License-Identifier: MIT
// Mutant: a message in flight whose data is null is not dropped with the receiver.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.scenarios
#include "queue_channel.hpp"

struct leaking : queue_channel {
  void discard(const std::deque<fearless_value>& left) override {
    for (const auto& value : left)
      if (value.data != nullptr) drop(value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<leaking>();
}
