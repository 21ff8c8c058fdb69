// SPDX-License-Identifier: MIT
// Mutant: recv waits even if there are no senders.
// Breaks: channels.recv.closed
// Verdict: DEADLOCK
#include <unistd.h>

#include "mutant.hpp"

MUTANT(port) {
  port.channels.recv = [](auto* receiver, auto* value) {
    const auto outcome = reference.channels.recv(receiver, value);
    while (outcome == FEARLESS_DISCONNECTED) pause();
    return outcome;
  };
}
