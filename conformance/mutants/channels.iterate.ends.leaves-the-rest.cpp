// SPDX-License-Identifier: MIT
// Mutant: the iteration ends as soon as all senders were dropped, and leaves the messages in the channel.
// Breaks: channels.iterate.ends
// Verdict: FAIL
#include "queue_channel.hpp"

struct abrupt : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    fearless_value value{};
    while (!is_closed() && recv(&value) == FEARLESS_RECEIVED) {
      if (!body(env, value)) return;
    }
  }
  bool is_closed() {
    const std::scoped_lock locked(lock);
    return senders == 0;
  }
};

MUTANT(port) {
  port.channels = queue_channels<abrupt>();
}
