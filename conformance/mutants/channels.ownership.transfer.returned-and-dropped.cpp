// SPDX-License-Identifier: MIT
// Mutant: what is sent to nobody comes back, and is destroyed all the same.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.to-nobody.run
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    if (!succeeded) drop(shallow_copy(*returned));
    return succeeded;
  };
}
