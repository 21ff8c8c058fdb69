// SPDX-License-Identifier: MIT
// Mutant: recv returns disconnected when the channel is empty.
// Breaks: channels.recv.blocks
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.channels.recv = [](auto* receiver, auto* value) {
    const auto outcome = reference.channels.try_recv(receiver, value);
    return outcome == FEARLESS_EMPTY ? FEARLESS_DISCONNECTED : outcome;
  };
}
