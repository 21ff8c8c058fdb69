// SPDX-License-Identifier: MIT
// Mutant: a sender that finds the last block full adds one without a check, and may discard one that was just added.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.later.stress
// Schedule: matters
#include "block_channel.hpp"

struct in_blocks : block_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    std::unique_lock locked(lock);
    if (const auto last = newest; last->filled == 128) {
      locked.unlock();
      const auto added = std::make_shared<block>();  // without the lock, since it takes a while
      locked.lock();
      newest = last->next = added;
    }
    newest->put(value);
    wake();
    return true;
  }
};

MUTANT(port) {
  port.channels = queue_channels<in_blocks>();
}
