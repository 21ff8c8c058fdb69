// SPDX-License-Identifier: MIT
// Mutant: the sender and the receiver belong to two different channels.
// Breaks: channels.pair
// Verdict: DEADLOCK
// Case: channels.pair.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.channel = [](fearless_sender** sender, fearless_receiver** receiver) {
    fearless_sender* other_sender = nullptr;
    fearless_receiver* other_receiver = nullptr;
    reference.channels.channel(sender, &other_receiver);
    reference.channels.channel(&other_sender, receiver);
  };
}
