// SPDX-License-Identifier: MIT
// Mutant: a sender that finds its block of 31 full appends a new one, although another sender may have appended one.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.block-end.stress
// Schedule: matters
#include <map>

#include "block_channel.hpp"

struct appends_twice : block_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      const std::scoped_lock locked(lock);
      seen[sender] = newest;
    }
    return block_channel::send(value, sender, returned);
  }

  void put(fearless_value value, int sender) override {
    auto at = seen[sender];
    if (at->filled == 31) at = newest = at->next = std::make_shared<block>();
    at->put(value);
  }

  std::map<int, std::shared_ptr<block>> seen;
};

MUTANT(port) {
  port.channels = queue_channels<appends_twice>();
}
