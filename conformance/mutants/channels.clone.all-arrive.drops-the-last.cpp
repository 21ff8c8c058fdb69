// SPDX-License-Identifier: MIT
// Mutant: a clone keeps its newest message until the next one, and loses it when it is dropped.
// Breaks: channels.clone.all-arrive
// Verdict: FAIL
#include <map>

#include "queue_channel.hpp"

struct thrifty : queue_channel {
  void put(fearless_value value, int sender) override {
    const auto [late, is_first] = kept.try_emplace(sender, value);
    if (!is_first) queue_channel::put(std::exchange(late->second, value), sender);
  }
  void drop_sender(int sender) override {
    {
      const std::scoped_lock locked(lock);
      if (const auto late = kept.extract(sender)) drop(late.mapped());
    }
    queue_channel::drop_sender(sender);
  }

  std::map<int, fearless_value> kept;
};

MUTANT(port) {
  port.channels = queue_channels<thrifty>();
}
