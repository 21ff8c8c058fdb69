// SPDX-License-Identifier: MIT
// Mutant: dropping the last sender does not wake a receiver that waits.
// Breaks: channels.iterate.ends, channels.recv.closed
// Verdict: DEADLOCK
// Case: channels.iterate.ends.waiting.run, channels.recv.closed.waiting.run
#include "queue_channel.hpp"

struct silent : queue_channel {
  void close() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
