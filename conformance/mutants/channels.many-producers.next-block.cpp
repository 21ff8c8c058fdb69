// SPDX-License-Identifier: MIT
// Mutant: a sender that finds its last block full puts the value into the next one, which the receiver may have left.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.late.stress
#include <map>

#include "queue_channel.hpp"

struct looks_once : queue_channel {
  struct block {
    std::size_t filled = 0;
    std::deque<fearless_value> values{};
    std::shared_ptr<block> next{};
  };

  int add_sender() override {
    const int sender = queue_channel::add_sender();
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
    ++at->filled;
    at->values.push_back(value);
    known[sender] = at;
  }

  fearless_received take(fearless_value* value) override {
    while (oldest->values.empty() && oldest->next) oldest = oldest->next;
    queue.swap(oldest->values);
    const auto outcome = queue_channel::take(value);
    queue.swap(oldest->values);
    return outcome;
  }

  std::shared_ptr<block> newest = std::make_shared<block>();
  std::shared_ptr<block> oldest = newest;
  std::map<int, std::shared_ptr<block>> known;
};

MUTANT(port) {
  port.channels = queue_channels<looks_once>();
}
