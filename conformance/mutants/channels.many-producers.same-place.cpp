// SPDX-License-Identifier: MIT
// Defect: producers that send at the same time are given the same place, and all but one of their messages are lost.
// Verdict: FAIL
// Case: channels.many-producers.run
#include <chrono>
#include <thread>

#include "queue_channel.hpp"

struct colliding : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const auto place = next_place();
    std::this_thread::sleep_for(std::chrono::microseconds(100));
    if (place == next_place()) return queue_channel::send(value, sender, returned);
    drop(value);
    return true;
  }
  void put(fearless_value value, int) override {
    queue.push_back(value);
    ++puts;
  }
  int next_place() {
    const std::scoped_lock locked(lock);
    return puts;
  }
  int puts = 0;
};

MUTANT(port) {
  port.channels = queue_channels<colliding>();
}
