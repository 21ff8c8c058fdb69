// SPDX-License-Identifier: MIT
// Mutant: sending does not wake a receiver that waits.
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct silent : queue_channel {
  void wake() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
