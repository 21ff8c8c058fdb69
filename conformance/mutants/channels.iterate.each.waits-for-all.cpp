// SPDX-License-Identifier: MIT
// Mutant: the iteration begins when all senders were dropped.
// Breaks: channels.iterate.each
// Verdict: DEADLOCK
#include "queue_channel.hpp"

struct collecting : queue_channel {
  void for_each(bool (*body)(void* env, fearless_value value), void* env) override {
    std::unique_lock locked(lock);
    changed.wait(locked, [this] { return senders == 0; });
    locked.unlock();
    queue_channel::for_each(body, env);
  }
};

MUTANT(port) {
  port.channels = queue_channels<collecting>();
}
