// SPDX-License-Identifier: MIT
// Mutant: recv holds no lock between its check of the queue and its sleep, and misses a message that is sent in
// between.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
// Case: channels.recv.blocks.stress
// Schedule: matters
#include "queue_channel.hpp"

struct inattentive : queue_channel {
  fearless_received recv(fearless_value* value) override {
    while (true) {
      const auto outcome = try_recv(value);
      if (outcome != FEARLESS_EMPTY) return outcome;
      std::unique_lock locked(lock);
      wait(locked);
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<inattentive>();
}
