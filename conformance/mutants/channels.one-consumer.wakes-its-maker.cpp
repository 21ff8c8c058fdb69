// SPDX-License-Identifier: MIT
// Mutant: a send wakes the thread that created the channel, even if the receiver was moved to another one.
// Breaks: channels.one-consumer.moves
// Verdict: DEADLOCK
// Case: channels.one-consumer.moves.run
#include <thread>

#include "queue_channel.hpp"

struct tied : queue_channel {
  void wait(std::unique_lock<std::mutex>& locked) override {
    waiting = std::this_thread::get_id();
    queue_channel::wait(locked);
  }
  void wake() override {
    if (waiting == maker) queue_channel::wake();
  }
  const std::thread::id maker = std::this_thread::get_id();
  std::thread::id waiting;
};

MUTANT(port) {
  port.channels = queue_channels<tied>();
}
