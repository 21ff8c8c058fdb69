// SPDX-License-Identifier: MIT
// Defect: recv finds the queue empty and then no sender left, and does not look at the queue again.
// Verdict: FAIL
// Case: channels.recv.drains.waiting.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct trusting : queue_channel {
  fearless_received recv(fearless_value* value) override {
    std::unique_lock locked(lock);
    while (queue.empty()) {
      locked.unlock();
      std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the moment, long enough to be met every time
      locked.lock();
      if (senders == 0) return FEARLESS_DISCONNECTED;
    }
    return take(value);
  }
};

MUTANT(port) {
  port.channels = queue_channels<trusting>();
}
