// SPDX-License-Identifier: MIT
// Mutant: the sender drops the message as soon as it was sent.
// Breaks: channels.ownership.transfer.exclusive
// Verdict: FAIL
// Case: channels.ownership.transfer.exclusive.run
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    auto left = shallow_copy(value);
    left.drop = [](void*) {};
    drop(value);
    return reference.channels.send(sender, left, returned);
  };
}
