// SPDX-License-Identifier: MIT
// Mutant: a message for a waiting receiver goes first, even before one that the waking receiver has not taken yet.
// Breaks: channels.order
// Verdict: FAIL
// Case: channels.order.stress
// Schedule: matters
#include "queue_channel.hpp"

struct handing_over : queue_channel {
  void put(fearless_value value, int sender) override {
    if (waits)
      queue.push_front(value);
    else
      queue_channel::put(value, sender);
  }
  void wait(std::unique_lock<std::mutex>& locked) override {
    waits = true;
    queue_channel::wait(locked);
    waits = false;
  }

  bool waits = false;
};

MUTANT(port) {
  port.channels = queue_channels<handing_over>();
}
