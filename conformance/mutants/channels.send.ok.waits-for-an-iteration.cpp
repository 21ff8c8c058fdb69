// SPDX-License-Identifier: MIT
// Mutant: an iteration holds the lock of the channel while its body runs, so that a send in the body waits for ever.
// Breaks: channels.send.ok
// Verdict: DEADLOCK
// Case: channels.send.ok.scenarios
#include "queue_channel.hpp"

struct locking : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    std::unique_lock locked(lock);
    fearless_value value{};
    while (true) {
      const auto outcome = take(&value);
      if (outcome == FEARLESS_DISCONNECTED) return;
      if (outcome == FEARLESS_RECEIVED && !body(env, value)) return;
      if (outcome == FEARLESS_EMPTY) wait(locked);
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<locking>();
}
