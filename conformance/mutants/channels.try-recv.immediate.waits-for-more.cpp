// SPDX-License-Identifier: MIT
// Mutant: after the first message, try_recv waits for the next one.
// Breaks: channels.try-recv.immediate
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct expectant : queue_channel {
  void put(fearless_value value, int sender) override {
    queue_channel::put(value, sender);
    used = true;
  }
  fearless_received try_recv(fearless_value* value) override {
    return used ? recv(value) : queue_channel::try_recv(value);
  }

  bool used = false;
};

MUTANT(port) {
  port.channels = queue_channels<expectant>();
}
