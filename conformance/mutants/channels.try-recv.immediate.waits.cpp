// SPDX-License-Identifier: MIT
// Mutant: try_recv waits for a message.
// Verdict: DEADLOCK
#include "mutant.hpp"

MUTANT(port) {
  port.channels.try_recv = reference.channels.recv;
}
