// SPDX-License-Identifier: MIT
// Mutant: the iteration takes messages from the wrong end of the queue.
// Breaks: channels.order
// Verdict: FAIL
// Case: channels.order.any-way.run
#include <algorithm>

#include "queue_channel.hpp"

struct turning : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    {
      const std::scoped_lock locked(lock);
      std::ranges::reverse(queue);
    }
    queue_channel::for_each(body, env);
  }
};

MUTANT(port) {
  port.channels = queue_channels<turning>();
}
