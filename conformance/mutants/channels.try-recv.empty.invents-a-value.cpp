// SPDX-License-Identifier: MIT
// Mutant: try_recv returns an invented value when the channel is empty.
// Breaks: channels.try-recv.empty
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.channels.try_recv = [](auto* receiver, auto* value) {
    const auto outcome = reference.channels.try_recv(receiver, value);
    if (outcome != FEARLESS_EMPTY) return outcome;
    *value = {};
    return FEARLESS_RECEIVED;
  };
}
