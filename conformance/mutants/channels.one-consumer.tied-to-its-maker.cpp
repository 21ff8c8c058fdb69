// SPDX-License-Identifier: MIT
// Mutant: only the thread that created the channel can receive.
// Breaks: channels.one-consumer.moves
// Verdict: FAIL
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  fearless_received take(fearless_value* value) override {
    return std::this_thread::get_id() == maker ? queue_channel::take(value) : FEARLESS_DISCONNECTED;
  }
  const std::thread::id maker = std::this_thread::get_id();
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
