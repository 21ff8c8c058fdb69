// SPDX-License-Identifier: MIT
// Mutant: the last drop wakes the receiver first and is counted then: the receiver finds a sender, and sleeps on.
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
