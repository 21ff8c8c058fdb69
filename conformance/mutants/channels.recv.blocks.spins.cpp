// SPDX-License-Identifier: MIT
// Mutant: recv spins until there is a message.
// Breaks: channels.recv.blocks
// Verdict: FAIL
// Case: channels.recv.blocks.processor.run
// Scenarios: they measure no processor time
#include "mutant.hpp"

MUTANT(port) {
  port.channels.recv = [](auto* receiver, auto* value) {
    while (true) {
      const auto outcome = reference.channels.try_recv(receiver, value);
      if (outcome != FEARLESS_EMPTY) return outcome;
    }
  };
}
