// SPDX-License-Identifier: MIT
// Mutant: sending does not wake a receiver that waits.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct silent : queue_channel {
  void wake() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
