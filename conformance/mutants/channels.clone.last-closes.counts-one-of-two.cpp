// SPDX-License-Identifier: MIT
// Defect: of two clones that are made at the same time one is not counted.
// Verdict: FAIL
// Case: channels.clone.last-closes.overlapping.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct miscounting : queue_channel {
  int add_sender() override {
    const std::unique_lock counting(counter, std::try_to_lock);
    if (!counting) return 0;
    std::this_thread::sleep_for(std::chrono::nanoseconds(1));  // and others get on
    return queue_channel::add_sender();
  }

  std::mutex counter;
};

MUTANT(port) {
  port.channels = queue_channels<miscounting>();
}
