// SPDX-License-Identifier: MIT
// Mutant: the drop of the last sender wakes the receiver before it changes the count.
// Breaks: channels.recv.closed
// Verdict: DEADLOCK
// Case: channels.recv.closed.stress
// Schedule: matters
#include "queue_channel.hpp"

struct hasty : queue_channel {
  void drop_sender(int) override {
    {
      const std::scoped_lock locked(lock);
      if (senders == 1) close();
    }
    const std::scoped_lock locked(lock);
    --senders;
  }
};

MUTANT(port) {
  port.channels = queue_channels<hasty>();
}
