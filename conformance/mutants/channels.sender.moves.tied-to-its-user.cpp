// SPDX-License-Identifier: MIT
// Mutant: only the messages of the first thread that sends arrive.
// Breaks: channels.sender.moves.owner
// Verdict: DEADLOCK
// Case: channels.sender.moves.owner.in-turn.run
#include <optional>
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  void put(fearless_value value, int) override {
    if (!user) user = std::this_thread::get_id();
    std::this_thread::get_id() == user ? queue.push_back(value) : drop(value);
  }
  std::optional<std::thread::id> user;
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
