// SPDX-License-Identifier: MIT
// Mutant: the sender keeps its messages, and drops them again when it is dropped.
// Breaks: channels.ownership.transfer.exclusive
// Verdict: FAIL
// Case: channels.ownership.transfer.exclusive.run
// Scenarios: the copies of their values crash in send, so that its claims fail
#include <vector>

#include "queue_channel.hpp"
#include "shallow_copy.hpp"

struct clinging : queue_channel {
  void put(fearless_value value, int) override {
    kept.push_back(shallow_copy(value));
    queue.push_back(value);
  }
  void close() override {
    for (const auto& value : kept) drop(value);
    queue_channel::close();
  }
  std::vector<fearless_value> kept;
};

MUTANT(port) {
  port.channels = queue_channels<clinging>();
}
