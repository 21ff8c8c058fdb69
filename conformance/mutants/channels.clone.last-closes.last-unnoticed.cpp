// SPDX-License-Identifier: MIT
// Defect: a sender looks whether it is the last, and goes later: of two that go at the same time, each leaves the close
// to the other.
// Verdict: DEADLOCK
// Case: channels.clone.last-closes.leaving.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct polite : queue_channel {
  void drop_sender(int) override {
    std::unique_lock locked(lock);
    const bool is_last = senders == 1;
    locked.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the moment, long enough to be met every time
    locked.lock();
    --senders;
    closed = closed || is_last;
    if (closed) close();
  }
  fearless_received take(fearless_value* value) override {
    const auto outcome = queue_channel::take(value);
    return outcome == FEARLESS_DISCONNECTED && !closed ? FEARLESS_EMPTY : outcome;
  }

  bool closed = false;
};

MUTANT(port) {
  port.channels = queue_channels<polite>();
}
