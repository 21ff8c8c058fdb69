// SPDX-License-Identifier: MIT
// Mutant: of two clones that are made at the same time one is not counted, since the count is read and written in two
// steps.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
// Case: channels.clone.last-closes.stress
// Schedule: matters
#include "queue_channel.hpp"

struct miscounting : queue_channel {
  int add_sender() override {
    const int before = count();
    const std::scoped_lock locked(lock);
    return made = before + 1;
  }
  int count() {
    const std::scoped_lock locked(lock);
    return made;
  }
  void drop_sender(int) override {
    const std::scoped_lock locked(lock);
    if (++gone < made) return;
    senders = 0;
    close();
  }

  int made = 1, gone = 0;
};

MUTANT(port) {
  port.channels = queue_channels<miscounting>();
}
