// SPDX-License-Identifier: MIT
// Mutant: send succeeds after the drop of the receiver, and drops the value.
// Breaks: channels.send.disconnected
// Verdict: FAIL
#include "queue_channel.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    if (!reference.channels.send(sender, value, returned)) drop(std::exchange(*returned, {}));
    return true;
  };
}
