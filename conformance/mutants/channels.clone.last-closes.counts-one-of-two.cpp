// SPDX-License-Identifier: MIT
// Mutant: the count of senders is read and written in two steps, so that one of two clones at the same time is not
// counted.
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
