// SPDX-License-Identifier: MIT
// Mutant: a message arrives as zeros.
// Breaks: send.transfer.arrives
// Verdict: FAIL
// Case: send.transfer.arrives.message.run
#include <malloc.h>

#include <cstdlib>

#include "mutant.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    value.data = std::calloc(1, malloc_usable_size(value.data));  // its content is leaked
    value.drop = std::free;
    return reference.channels.send(sender, value, returned);
  };
}
