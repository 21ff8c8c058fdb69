// SPDX-License-Identifier: MIT
// Mutant: the iteration takes the next message early, and loses it where the loop ends.
// Breaks: channels.iterate.each
// Verdict: FAIL
// Case: channels.iterate.each.queued.run
#include "queue_channel.hpp"

struct eager : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    fearless_value value{}, ahead{};
    auto outcome = recv(&value);
    while (outcome == FEARLESS_RECEIVED) {
      outcome = recv(&ahead);
      if (!body(env, value)) {
        if (outcome == FEARLESS_RECEIVED) drop(ahead);
        return;
      }
      value = ahead;
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<eager>();
}
