// SPDX-License-Identifier: MIT
// Mutant: a message that is sent after the drop of the receiver neither comes back nor is dropped.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.without-receiver.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    *returned = {};
    return succeeded;
  };
}
