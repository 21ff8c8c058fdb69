// SPDX-License-Identifier: MIT
// Mutant: the drop of the last sender does not wake an iteration that waits.
// Verdict: DEADLOCK
// Case: channels.iterate.ends.waiting.run
#include "queue_channel.hpp"

struct silent : queue_channel {
  void close() override {}
};

MUTANT(port) {
  port.channels = queue_channels<silent>();
}
