// SPDX-License-Identifier: MIT
// Mutant: a sender keeps a message until the next one is sent or the sender is dropped.
// Breaks: channels.try-recv.value
// Verdict: FAIL
#include "queue_channel.hpp"

struct thrifty : queue_channel {
  void put(fearless_value value, int sender) override {
    late.push_back(value);
    if (late.size() < 2) return;
    queue_channel::put(late.front(), sender);
    late.pop_front();
  }
  void close() override {
    for (const auto& value : late) queue.push_back(value);
    late.clear();
    queue_channel::close();
  }
  ~thrifty() override { discard(late); }

  std::deque<fearless_value> late;
};

MUTANT(port) {
  port.channels = queue_channels<thrifty>();
}
