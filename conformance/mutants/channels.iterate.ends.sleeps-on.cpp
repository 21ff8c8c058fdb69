// SPDX-License-Identifier: MIT
// Mutant: an iteration that waits already is not woken by the close.
// Verdict: DEADLOCK
// Case: channels.iterate.ends.waiting.run
#include "queue_channel.hpp"

struct silent : queue_channel {
  void close() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
