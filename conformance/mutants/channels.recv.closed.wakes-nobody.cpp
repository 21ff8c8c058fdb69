// SPDX-License-Identifier: MIT
// Mutant: the drop of the last sender does not wake a waiting receiver.
// Verdict: DEADLOCK
// Case: channels.recv.closed.waiting.run
#include "queue_channel.hpp"

struct silent : queue_channel {
  void close() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
