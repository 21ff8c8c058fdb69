// SPDX-License-Identifier: MIT
// Mutant: send succeeds only if the receiver waits.
// Breaks: channels.send.ok
// Verdict: FAIL
#include "queue_channel.hpp"

struct over_the_counter : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      const std::scoped_lock locked(lock);
      if (!waits) {
        *returned = value;
        return false;
      }
    }
    return queue_channel::send(value, sender, returned);
  }
  void wait(std::unique_lock<std::mutex>& locked) override {
    waits = true;
    queue_channel::wait(locked);
    waits = false;
  }
  bool waits = false;
};

MUTANT(port) {
  port.channels = queue_channels<over_the_counter>();
}
