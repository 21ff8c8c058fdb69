// SPDX-License-Identifier: MIT
// Mutant: the iteration waits for another message even if there are no senders.
// Breaks: channels.iterate.ends
// Verdict: DEADLOCK
#include <unistd.h>

#include "mutant.hpp"

MUTANT(port) {
  port.channels.for_each = [](auto* receiver, auto* body, void* env) {
    fearless_value value{};
    while (reference.channels.recv(receiver, &value) == FEARLESS_RECEIVED) {
      if (!body(env, value)) return;
    }
    while (true) pause();
  };
}
