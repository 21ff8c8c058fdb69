// SPDX-License-Identifier: MIT
// Mutant: send reads the message after it was sent.
// Breaks: channels.ownership.transfer.exclusive
// Verdict: RACE
// Case: channels.ownership.transfer.exclusive.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    [[maybe_unused]] const volatile char first_byte = *static_cast<const volatile char*>(value.data);
    return succeeded;
  };
}
