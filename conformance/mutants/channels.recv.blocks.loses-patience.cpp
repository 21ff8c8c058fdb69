// SPDX-License-Identifier: MIT
// Mutant: recv returns disconnected after ten milliseconds.
// Breaks: channels.recv.blocks
// Verdict: FAIL
// Case: channels.recv.blocks.processor.run
#include <chrono>

#include "queue_channel.hpp"

struct impatient : queue_channel {
  fearless_received recv(fearless_value* value) override {
    std::unique_lock locked(lock);
    changed.wait_for(locked, std::chrono::milliseconds(10), [this] { return !queue.empty() || senders == 0; });
    const auto outcome = take(value);
    return outcome == FEARLESS_EMPTY ? FEARLESS_DISCONNECTED : outcome;
  }
};

MUTANT(port) {
  port.channels = queue_channels<impatient>();
}
