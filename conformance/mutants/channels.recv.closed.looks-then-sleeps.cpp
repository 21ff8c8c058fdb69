// SPDX-License-Identifier: MIT
// Mutant: recv checks the queue but not the senders once more before it sleeps.
// Breaks: channels.recv.closed
// Verdict: DEADLOCK
// Case: channels.recv.closed.stress
// Schedule: matters
#include "queue_channel.hpp"

struct inattentive : queue_channel {
  fearless_received recv(fearless_value* value) override {
    while (true) {
      const auto outcome = try_recv(value);
      if (outcome != FEARLESS_EMPTY) return outcome;
      std::unique_lock locked(lock);
      if (queue.empty()) wait(locked);
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<inattentive>();
}
