// SPDX-License-Identifier: MIT
// Mutant: a receiver that waits puts a node into a list of waiters, and never frees it.
// Breaks: channels.memory
// Verdict: FAIL
// Case: channels.memory.waiting.run
#include "queue_channel.hpp"

struct waiter {
  bool is_woken = false;
};

struct forgetful : queue_channel {
  void wait(std::unique_lock<std::mutex>& locked) override {
    latest = new waiter;
    queue_channel::wait(locked);
    latest->is_woken = true;
  }

  waiter* latest = nullptr;
};

MUTANT(port) {
  port.channels = queue_channels<forgetful>();
}
