// SPDX-License-Identifier: MIT
// Mutant: the receiver belongs to no sender.
// Breaks: channels.pair
// Verdict: FAIL
// Case: channels.pair.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.channel = [](fearless_sender** sender, fearless_receiver** receiver) {
    fearless_sender* other_sender = nullptr;
    fearless_receiver* other_receiver = nullptr;
    reference.channels.channel(sender, &other_receiver);
    reference.channels.channel(&other_sender, receiver);
    reference.channels.drop_receiver(other_receiver);
    reference.channels.drop_sender(other_sender);
  };
}
