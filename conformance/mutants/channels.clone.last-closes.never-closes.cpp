// SPDX-License-Identifier: MIT
// Mutant: a sender is counted when it is cloned but not when it is dropped.
// Breaks: channels.clone.last-closes
// Verdict: FAIL
#include "queue_channel.hpp"

struct ajar : queue_channel {
  void drop_sender(int sender) override {
    if (sender == 0) queue_channel::drop_sender(sender);
  }
};

MUTANT(port) {
  port.channels = queue_channels<ajar>();
}
