// SPDX-License-Identifier: MIT
// Mutant: senders that send at the same time get the same slot, and all but one of their messages are lost.
// Breaks: channels.many-producers
// Verdict: FAIL
// Case: channels.many-producers.stress
// Schedule: matters
#include "queue_channel.hpp"

struct colliding : queue_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    const auto place = next_place();
    const std::scoped_lock locked(lock);
    if (place < queue.size())
      drop(std::exchange(queue[place], value));
    else
      queue.push_back(value);
    wake();
    return true;
  }
  std::size_t next_place() {
    const std::scoped_lock locked(lock);
    return queue.size();
  }
};

MUTANT(port) {
  port.channels = queue_channels<colliding>();
}
