// SPDX-License-Identifier: MIT
// Mutant: try_recv returns disconnected when the channel is empty.
// Breaks: channels.try-recv.empty
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.channels.try_recv = [](auto* receiver, auto* value) {
    const auto outcome = reference.channels.try_recv(receiver, value);
    return outcome == FEARLESS_EMPTY ? FEARLESS_DISCONNECTED : outcome;
  };
}
