// SPDX-License-Identifier: MIT
// Mutant: a sender checks for the receiver only once.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.waiting.run
#include <set>

#include "queue_channel.hpp"

struct trusting : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const bool succeeded = queue_channel::send(value, sender, returned);
    const std::scoped_lock locked(lock);
    if (succeeded) found_it.insert(sender);
    if (succeeded || !found_it.contains(sender)) return succeeded;
    drop(std::exchange(*returned, {}));
    return true;
  }
  std::set<int> found_it;
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
