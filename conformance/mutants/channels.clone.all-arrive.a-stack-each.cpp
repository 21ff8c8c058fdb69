// SPDX-License-Identifier: MIT
// Mutant: the messages of each clone are received newest first.
// Breaks: channels.clone.all-arrive
// Verdict: FAIL
#include <map>

#include "queue_channel.hpp"

struct stacks : queue_channel {
  void put(fearless_value value, int sender) override {
    values[sender].push_back(value);
    queue.push_back(value);  // only says that there is one; the receiver decides which one it takes
    turns.push_back(sender);
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    if (outcome != FEARLESS_RECEIVED) return outcome;
    auto& own = values[turns.front()];
    turns.pop_front();
    *value = own.back();
    own.pop_back();
    return FEARLESS_RECEIVED;
  }

  std::map<int, std::deque<fearless_value>> values;
  std::deque<int> turns;
};

MUTANT(port) {
  port.channels = queue_channels<stacks>();
}
