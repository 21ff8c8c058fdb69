// SPDX-License-Identifier: MIT
// Defect: before it sleeps recv looks once more for a value, and not whether a sender is left.
// Verdict: DEADLOCK
// Case: channels.recv.closed.waiting.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct inattentive : queue_channel {
  void wait(std::unique_lock<std::mutex>& locked) override {
    locked.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the moment, long enough to be met every time
    locked.lock();
    if (queue.empty()) changed.wait(locked);
  }
};

MUTANT(port) {
  port.channels = queue_channels<inattentive>();
}
