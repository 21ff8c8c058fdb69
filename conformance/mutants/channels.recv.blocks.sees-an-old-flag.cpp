// SPDX-License-Identifier: MIT
// Mutant: the receiver says that it sleeps and then looks for messages, a sender sends and then looks whether the
// receiver sleeps; without a fence in between, each may see what was before the other's store.
// Breaks: channels.recv.blocks
// Verdict: DEADLOCK
// Case: channels.recv.blocks.stress
// Schedule: matters
#include "sleeping_channel.hpp"

MUTANT(port) {
  port.channels = queue_channels<sleeping_channel<false>>();
}
