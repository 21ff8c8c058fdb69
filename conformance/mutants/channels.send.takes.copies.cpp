// SPDX-License-Identifier: MIT
// Mutant: send sends a copy and drops the value.
// Breaks: channels.send.takes
// Verdict: FAIL
// Case: channels.send.takes.run
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const auto copy = shallow_copy(value);
    drop(value);
    return reference.channels.send(sender, copy, returned);
  };
}
