// SPDX-License-Identifier: MIT
// Mutant: recv continues to wait when the drop of the last sender wakes it.
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
