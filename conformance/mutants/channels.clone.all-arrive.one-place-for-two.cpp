// SPDX-License-Identifier: MIT
// Mutant: a sender chooses a slot and fills it in two steps, so that two senders may choose the same one.
// Breaks: channels.clone.all-arrive
// Verdict: FAIL
// Case: channels.clone.all-arrive.stress
// Schedule: matters
#include <map>

#include "queue_channel.hpp"

struct unguarded : queue_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    const int place = next_place();
    const std::scoped_lock locked(lock);
    next = place + 1;
    const auto [other, is_free] = places.try_emplace(place, value);
    if (!is_free) drop(std::exchange(other->second, value));
    wake();
    return true;
  }
  int next_place() {
    const std::scoped_lock locked(lock);
    return next;
  }
  fearless_received take(fearless_value* value) override {
    if (places.empty()) return queue_channel::take(value);
    *value = places.begin()->second;
    places.erase(places.begin());
    return FEARLESS_RECEIVED;
  }

  int next = 0;
  std::map<int, fearless_value> places;
};

MUTANT(port) {
  port.channels = queue_channels<unguarded>();
}
