// SPDX-License-Identifier: MIT
// Mutant: some messages arrive twice.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.once.run
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

struct repeating : queue_channel {
  void put(fearless_value value, int) override {
    queue.push_back(value);
    if (++puts % 1000 == 0) queue.push_back(shallow_copy(value));
  }
  int puts = 0;
};

MUTANT(port) {
  port.channels = queue_channels<repeating>();
}
