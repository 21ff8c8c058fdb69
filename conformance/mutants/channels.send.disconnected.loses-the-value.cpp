// SPDX-License-Identifier: MIT
// Mutant: the error does not contain the value.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.run
#include "queue_channel.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    if (!succeeded) drop(std::exchange(*returned, {}));
    return succeeded;
  };
}
