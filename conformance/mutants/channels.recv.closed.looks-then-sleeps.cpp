// SPDX-License-Identifier: MIT
// Mutant: before it sleeps recv looks once more for a value, and not whether a sender is left.
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
