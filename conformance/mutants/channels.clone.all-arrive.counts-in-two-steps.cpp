// SPDX-License-Identifier: MIT
// Mutant: a sender reads the next free place and notes that it is taken in two steps, with only a few instructions
// between them, so that two senders may fill the same place.
// Breaks: channels.clone.all-arrive
// Verdict: FAIL
// Case: channels.clone.all-arrive.preempted.run
#include <atomic>
#include <map>

#include "queue_channel.hpp"

struct hasty : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const int place = next.load();
    next.store(place + 1);
    const std::scoped_lock locked(lock);
    if (!receiver_lives) {
      *returned = value;
      return false;
    }
    const auto [taken, is_free] = places.try_emplace(place, value);
    if (is_free)
      put(value, sender);
    else
      drop(value);
    wake();
    return true;
  }

  std::atomic<int> next = 0;
  std::map<int, fearless_value> places;
};

MUTANT(port) {
  port.channels = queue_channels<hasty>();
}
