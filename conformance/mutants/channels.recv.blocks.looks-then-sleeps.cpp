// SPDX-License-Identifier: MIT
// Defect: between its look into the queue and its sleep, recv holds no lock, and misses what is sent there.
// Verdict: DEADLOCK
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct inattentive : queue_channel {
  void wait(std::unique_lock<std::mutex>& locked) override {
    locked.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the moment, long enough to be met every time
    locked.lock();
    changed.wait(locked);
  }
};

MUTANT(port) {
  port.channels = queue_channels<inattentive>();
}
