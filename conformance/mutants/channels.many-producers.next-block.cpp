// SPDX-License-Identifier: MIT
// Mutant: a sender that finds its last block full puts the value into the next one, which the receiver may have left.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.late.stress
#include <map>

#include "block_channel.hpp"

struct looks_once : block_channel {
  int add_sender() override {
    const int sender = block_channel::add_sender();
    const std::scoped_lock locked(lock);
    known[sender] = newest;
    return sender;
  }

  void put(fearless_value value, int sender) override {
    auto at = known.emplace(sender, newest).first->second;
    if (at->filled >= 128) {
      if (at == newest) newest = at->next = std::make_shared<block>();
      at = at->next;
    }
    at->put(value);
    known[sender] = at;
  }

  std::map<int, std::shared_ptr<block>> known;
};

MUTANT(port) {
  port.channels = queue_channels<looks_once>();
}
