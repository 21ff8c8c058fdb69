// SPDX-License-Identifier: MIT
// Mutant: only the thread that created the channel can send.
// Breaks: channels.sender.moves.owner
// Verdict: FAIL
// Case: channels.sender.moves.owner.run
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (std::this_thread::get_id() == maker) return queue_channel::send(value, sender, returned);
    *returned = value;
    return false;
  }
  const std::thread::id maker = std::this_thread::get_id();
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
