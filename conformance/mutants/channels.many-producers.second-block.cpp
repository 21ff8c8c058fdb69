// SPDX-License-Identifier: MIT
// Mutant: a sender that finds the last block full adds one without a check, and may discard one that was just added.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.later.stress
// Schedule: matters
#include "queue_channel.hpp"

struct in_blocks : queue_channel {
  struct block {
    std::size_t filled = 0;
    std::deque<fearless_value> values;
    std::shared_ptr<block> next;
  };

  bool send(fearless_value value, int, fearless_value*) override {
    std::unique_lock locked(lock);
    if (const auto last = newest; last->filled == 128) {
      locked.unlock();
      const auto added = std::make_shared<block>();  // without the lock, since it takes a while
      locked.lock();
      newest = last->next = added;
    }
    ++newest->filled;
    newest->values.push_back(value);
    wake();
    return true;
  }
  fearless_received take(fearless_value* value) override {
    if (oldest->values.empty() && oldest->next) oldest = oldest->next;
    queue.swap(oldest->values);
    const auto outcome = queue_channel::take(value);
    queue.swap(oldest->values);
    return outcome;
  }

  std::shared_ptr<block> newest = std::make_shared<block>();
  std::shared_ptr<block> oldest = newest;
};

MUTANT(port) {
  port.channels = queue_channels<in_blocks>();
}
