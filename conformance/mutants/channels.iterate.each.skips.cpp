// SPDX-License-Identifier: MIT
// Mutant: the iteration yields every second message.
// Breaks: channels.iterate.each
// Verdict: FAIL
// Case: channels.iterate.each.queued.run
#include "queue_channel.hpp"

struct skipping : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    fearless_value value{};
    while (recv(&value) == FEARLESS_RECEIVED) {
      if (!body(env, value)) return;
      if (try_recv(&value) == FEARLESS_RECEIVED) drop(value);
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<skipping>();
}
