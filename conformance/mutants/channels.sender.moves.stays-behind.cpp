// SPDX-License-Identifier: MIT
// Mutant: the thread that made the channel remains the owner of its sending end: that the other thread drops it is
// nothing.
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
