// SPDX-License-Identifier: MIT
// Mutant: the last drop of a sender does not wake a receiver that waits.
// Verdict: DEADLOCK
// Case: channels.recv.closed.waiting.run
#include "queue_channel.hpp"

struct silent : queue_channel {
  void close() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
