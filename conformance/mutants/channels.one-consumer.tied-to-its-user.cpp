// SPDX-License-Identifier: MIT
// Mutant: only the first thread that receives can receive.
// Breaks: channels.one-consumer.moves
// Verdict: FAIL
// Case: channels.one-consumer.moves.in-turn.run
#include <optional>
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  fearless_received take(fearless_value* value) override {
    if (!user) user = std::this_thread::get_id();
    return std::this_thread::get_id() == user ? queue_channel::take(value) : FEARLESS_DISCONNECTED;
  }
  std::optional<std::thread::id> user;
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
