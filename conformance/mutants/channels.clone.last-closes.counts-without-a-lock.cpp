// SPDX-License-Identifier: MIT
// Mutant: the count of senders is loaded and stored instead of incremented, so that a clone at the same time is lost.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
// Case: channels.clone.last-closes.stress
// Schedule: matters
#include <atomic>

#include "queue_channel.hpp"

struct miscounting : queue_channel {
  int add_sender() override {
    const int before = made;
    made = before + 1;
    return before;
  }
  void drop_sender(int) override {
    if (++gone < made) return;
    const std::scoped_lock locked(lock);
    senders = 0;
    close();
  }

  std::atomic<int> made = 1, gone = 0;
};

MUTANT(port) {
  port.channels = queue_channels<miscounting>();
}
