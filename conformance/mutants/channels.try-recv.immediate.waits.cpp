// SPDX-License-Identifier: MIT
// Mutant: try_recv waits for a message.
// Breaks: channels.try-recv.immediate
// Verdict: DEADLOCK
#include "mutant.hpp"

MUTANT(port) {
  port.channels.try_recv = reference.channels.recv;
}
