// SPDX-License-Identifier: MIT
// Mutant: what is sent to nobody neither comes back nor is destroyed.
// Breaks: channels.ownership.transfer.dropped-once
// Verdict: FAIL
// Case: channels.ownership.transfer.dropped-once.to-nobody.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    *returned = {};
    return succeeded;
  };
}
