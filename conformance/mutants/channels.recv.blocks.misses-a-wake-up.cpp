// SPDX-License-Identifier: MIT
// Mutant: a send does not wake a waiting receiver.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct silent : queue_channel {
  void wake() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
