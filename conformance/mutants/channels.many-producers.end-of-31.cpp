// SPDX-License-Identifier: MIT
// Mutant: a sender that finds its block of 31 full appends a new one, although another sender may have appended one.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.block-end.stress
// Schedule: matters
#include <map>

#include "queue_channel.hpp"

struct appends_twice : queue_channel {
  struct block {
    std::size_t filled = 0;
    std::deque<fearless_value> values{};
    std::shared_ptr<block> next{};
  };

  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      const std::scoped_lock locked(lock);
      seen[sender] = newest;
    }
    return queue_channel::send(value, sender, returned);
  }

  void put(fearless_value value, int sender) override {
    auto at = seen[sender];
    if (at->filled == 31) at = newest = at->next = std::make_shared<block>();
    ++at->filled;
    at->values.push_back(value);
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
  std::map<int, std::shared_ptr<block>> seen;
};

MUTANT(port) {
  port.channels = queue_channels<appends_twice>();
}
