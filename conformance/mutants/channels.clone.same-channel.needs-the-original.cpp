// SPDX-License-Identifier: MIT
// Mutant: a clone works only as long as the first sender exists.
// Breaks: channels.clone.same-channel
// Verdict: FAIL
// Case: channels.clone.same-channel.original-gone.run
#include <atomic>

#include "queue_channel.hpp"

struct dependent : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    if (original_lives) return queue_channel::send(value, sender, returned);
    *returned = value;
    return false;
  }
  void drop_sender(int sender) override {
    if (sender == 0) original_lives = false;
    queue_channel::drop_sender(sender);
  }

  std::atomic<bool> original_lives = true;
};

MUTANT(port) {
  port.channels = queue_channels<dependent>();
}
