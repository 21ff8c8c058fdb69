// SPDX-License-Identifier: MIT
// Mutant: after a first value try_recv is sure that there is another one on its way, and waits for it.
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
