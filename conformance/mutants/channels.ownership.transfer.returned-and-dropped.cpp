// SPDX-License-Identifier: MIT
// Mutant: a message that is sent after the drop of the receiver comes back, and is dropped as well.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.without-receiver.run
// Scenarios: the copies of their values crash in send, so that its claims fail
#include "queue_channel.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    if (!succeeded) drop(shallow_copy(*returned));
    return succeeded;
  };
}
