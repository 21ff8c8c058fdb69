// SPDX-License-Identifier: MIT
// Mutant: the first value wakes the receiver, and later ones find nobody to wake.
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
