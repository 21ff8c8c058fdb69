// SPDX-License-Identifier: MIT
// Mutant: every hundredth try_recv returns empty even if there is a message.
// Breaks: channels.try-recv.value
// Verdict: FAIL
// Case: channels.try-recv.value.joined.run
#include <atomic>

#include "mutant.hpp"

static std::atomic<int> tries = 0;

MUTANT(port) {
  port.channels.try_recv = [](auto* receiver, auto* value) {
    return ++tries % 100 == 0 ? FEARLESS_EMPTY : reference.channels.try_recv(receiver, value);
  };
}
