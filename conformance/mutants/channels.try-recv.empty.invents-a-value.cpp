// SPDX-License-Identifier: MIT
// Mutant: where there is no value, try_recv makes one up.
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
