// SPDX-License-Identifier: MIT
// Mutant: recv waits in slices of 100 ms, and does not look for a message after the last one.
// Breaks: channels.recv.drains
// Verdict: FAIL
// Case: channels.recv.drains.stress
#include <chrono>

#include "queue_channel.hpp"

struct sliced : queue_channel {
  fearless_received recv(fearless_value* value) override {
    using namespace std::chrono_literals;
    std::unique_lock locked(lock);
    while (true) {
      const auto taken = take(value);
      if (taken != FEARLESS_EMPTY) return taken;
      const bool is_over = changed.wait_for(locked, 100ms) == std::cv_status::timeout;
      if (is_over && senders == 0) return FEARLESS_DISCONNECTED;
    }
  }
};

MUTANT(port) {
  port.channels = queue_channels<sliced>();
}
