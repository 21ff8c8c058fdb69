// SPDX-License-Identifier: MIT
// Mutant: every fiftieth message of the second clone is lost.
// Breaks: channels.clone.all-arrive
// Verdict: FAIL
#include "queue_channel.hpp"

struct careless : queue_channel {
  void put(fearless_value value, int sender) override {
    if (sender == 2 && ++count % 50 == 0)
      drop(value);
    else
      queue_channel::put(value, sender);
  }

  int count = 0;
};

MUTANT(port) {
  port.channels = queue_channels<careless>();
}
