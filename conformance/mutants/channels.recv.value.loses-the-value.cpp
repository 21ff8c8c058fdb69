// SPDX-License-Identifier: MIT
// Mutant: recv reports that a message came but loses the message.
// Breaks: channels.recv.value
// Verdict: FAIL
#include "queue_channel.hpp"

MUTANT(port) {
  port.channels.recv = [](auto* receiver, auto* value) {
    const auto outcome = reference.channels.recv(receiver, value);
    if (outcome == FEARLESS_RECEIVED) drop(*value);
    *value = {};
    return outcome;
  };
}
