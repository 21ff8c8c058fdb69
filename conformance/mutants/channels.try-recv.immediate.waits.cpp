// SPDX-License-Identifier: MIT
// Mutant: try_recv waits for a value.
// Breaks: channels.try-recv.immediate
// Verdict: DEADLOCK
#include "mutant.hpp"

MUTANT(port) {
  port.channels.try_recv = reference.channels.recv;
}
