// SPDX-License-Identifier: MIT
// Mutant: only the first half of a message arrives.
// Breaks: channels.messages
// Verdict: FAIL
// Case: channels.messages.run
#include <malloc.h>

#include <cstdlib>
#include <cstring>

#include "mutant.hpp"

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const auto size = malloc_usable_size(value.data);
    value.data = std::memcpy(std::calloc(1, size), value.data, size / 2);  // the other half is leaked
    value.drop = std::free;
    return reference.channels.send(sender, value, returned);
  };
}
