// SPDX-License-Identifier: MIT
// Mutant: a sender takes a slot and fills it later; try_recv stops at an unfilled slot even if later ones are filled.
// Breaks: channels.try-recv.value
// Verdict: FAIL
// Case: channels.try-recv.value.stress
// Schedule: matters
#include "queue_channel.hpp"

struct with_gaps : queue_channel {
  bool send(fearless_value value, int, fearless_value*) override {
    const auto place = take_place();
    const std::scoped_lock locked(lock);
    queue[place - taken] = value;
    wake();
    return true;
  }
  std::size_t take_place() {
    const std::scoped_lock locked(lock);
    queue.push_back(unfilled);
    return taken + queue.size() - 1;
  }
  fearless_received take(fearless_value* value) override {
    if (!queue.empty() && queue.front().data == unfilled.data) return FEARLESS_EMPTY;
    const auto outcome = queue_channel::take(value);
    if (outcome == FEARLESS_RECEIVED) ++taken;
    return outcome;
  }

  static constexpr fearless_value unfilled{};
  std::size_t taken = 0;
};

MUTANT(port) {
  port.channels = queue_channels<with_gaps>();
}
