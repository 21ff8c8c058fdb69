// SPDX-License-Identifier: MIT
// Mutant: a receiver that the close wakes finds no value, and sleeps on.
// Breaks: channels.recv.closed
// Verdict: DEADLOCK
// Case: channels.recv.closed.waiting.run
#include "queue_channel.hpp"

struct stubborn : queue_channel {
  void wait(std::unique_lock<std::mutex>& locked) override {
    changed.wait(locked, [this] { return !queue.empty(); });
  }
};

MUTANT(port) {
  port.channels = queue_channels<stubborn>();
}
