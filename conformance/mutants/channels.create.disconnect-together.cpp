// SPDX-License-Identifier: MIT
// Mutant: when the receiver of one channel is dropped, all senders are disconnected.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.abandoned.run
#include "queue_channel.hpp"

static bool one_is_gone = false;

struct sharing : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (one_is_gone) receiver_lives = false;
    return queue_channel::send(value, sender, returned);
  }
  void drop_receiver() override {
    one_is_gone = true;
    queue_channel::drop_receiver();
  }
};

MUTANT(port) {
  port.channels = queue_channels<sharing>();
}
