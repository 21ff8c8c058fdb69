// SPDX-License-Identifier: MIT
// Mutant: the drop of the last sender discards the messages in flight.
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
