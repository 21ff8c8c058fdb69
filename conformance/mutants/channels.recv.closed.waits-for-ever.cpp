// SPDX-License-Identifier: MIT
// Mutant: recv on a closed channel waits for a value that can't come.
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
