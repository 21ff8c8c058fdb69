// SPDX-License-Identifier: MIT
// Defect: the last drop wakes the receiver first and is counted then: the receiver finds a sender, and sleeps on.
// Verdict: DEADLOCK
// Case: channels.recv.closed.waiting.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct hasty : queue_channel {
  void drop_sender(int) override {
    std::unique_lock locked(lock);
    if (senders == 1) close();
    locked.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the moment, long enough to be met every time
    locked.lock();
    --senders;
  }
};

MUTANT(port) {
  port.channels = queue_channels<hasty>();
}
