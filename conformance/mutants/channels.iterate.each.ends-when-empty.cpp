// SPDX-License-Identifier: MIT
// Mutant: the iteration ends when the channel is empty.
// Breaks: channels.iterate.each
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.channels.for_each = [](auto* receiver, auto* body, void* env) {
    fearless_value value{};
    while (reference.channels.try_recv(receiver, &value) == FEARLESS_RECEIVED && body(env, value)) continue;
  };
}
