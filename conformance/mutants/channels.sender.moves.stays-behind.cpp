// SPDX-License-Identifier: MIT
// Mutant: a sender belongs to the thread that created the channel, and its drop on another thread does nothing.
// Breaks: channels.sender.moves.owner
// Verdict: DEADLOCK
// Case: channels.sender.moves.owner.run
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  void drop_sender(int sender) override {
    if (std::this_thread::get_id() == maker) queue_channel::drop_sender(sender);
  }
  const std::thread::id maker = std::this_thread::get_id();
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
