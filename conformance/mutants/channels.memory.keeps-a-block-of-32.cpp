// SPDX-License-Identifier: MIT
// Mutant: of blocks for 32 messages each, the one is never freed that the receiver was in when it was dropped.
// Breaks: channels.memory
// Verdict: FAIL
// Case: channels.memory.unreceived.run
#include <array>

#include "queue_channel.hpp"

struct block {
  std::array<fearless_value, 32> messages;
};

struct in_blocks : queue_channel {
  void put(fearless_value value, int sender) override {
    if (sent++ % 32 == 0) blocks.push_back(new block());
    queue_channel::put(value, sender);
  }

  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    if (outcome == FEARLESS_RECEIVED && ++received % 32 == 0) free_first();
    return outcome;
  }

  ~in_blocks() override {
    if (received < sent && !blocks.empty()) blocks.pop_front();
    while (!blocks.empty()) free_first();
  }

  void free_first() {
    delete blocks.front();
    blocks.pop_front();
  }

  std::deque<block*> blocks;
  int sent = 0, received = 0;
};

MUTANT(port) {
  port.channels = queue_channels<in_blocks>();
}
