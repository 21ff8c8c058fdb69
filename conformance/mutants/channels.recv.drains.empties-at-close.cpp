// SPDX-License-Identifier: MIT
// Mutant: closing the channel throws away what is still in it.
// Breaks: channels.recv.drains
// Verdict: FAIL
#include "queue_channel.hpp"

struct tidy : queue_channel {
  void close() override {
    for (const auto& value : queue) drop(value);
    queue.clear();
    queue_channel::close();
  }
};

MUTANT(port) {
  port.channels = queue_channels<tidy>();
}
