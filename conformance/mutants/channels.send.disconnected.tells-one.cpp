// SPDX-License-Identifier: MIT
// Mutant: only the first sender is disconnected when the receiver is dropped.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.clones.run
#include "queue_channel.hpp"

struct discreet : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const bool succeeded = queue_channel::send(value, sender, returned);
    if (succeeded || sender == 0) return succeeded;
    drop(std::exchange(*returned, {}));
    return true;
  }
};

MUTANT(port) {
  port.channels = queue_channels<discreet>();
}
