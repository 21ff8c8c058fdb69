// SPDX-License-Identifier: MIT
// Mutant: a clone sends to another channel.
// Breaks: channels.clone.same-channel
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.channels.clone_sender = [](const auto*) {
    fearless_sender* sender = nullptr;
    fearless_receiver* receiver = nullptr;  // which is never used
    reference.channels.channel(&sender, &receiver);
    return sender;
  };
}
