// SPDX-License-Identifier: MIT
// Mutant: only the first send wakes a waiting receiver.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct waking_once : queue_channel {
  void wake() override {
    if (!woke) queue_channel::wake();
    woke = true;
  }

  bool woke = false;
};

MUTANT(port) {
  port.channels = queue_channels<waking_once>();
}
