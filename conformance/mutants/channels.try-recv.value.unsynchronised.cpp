// SPDX-License-Identifier: MIT
// Mutant: try_recv returns the message without any order after the writes of its sender.
// Breaks: channels.try-recv.value
// Verdict: RACE
// Case: channels.try-recv.value.visible.run
#include "queue_channel.hpp"

/// Not atomic, but the detector does not see its uses.
struct unsynchronised : queue_channel {
  __attribute__((no_sanitize("thread"))) bool send(fearless_value value, int, fearless_value*) override {
    data = value.data;
    destroy = value.drop;
    there = true;
    return true;
  }

  __attribute__((no_sanitize("thread"))) fearless_received try_recv(fearless_value* value) override {
    if (!there) return FEARLESS_EMPTY;
    value->data = data;
    value->drop = destroy;
    return FEARLESS_RECEIVED;
  }

  void* volatile data = nullptr;
  void (*volatile destroy)(void*) = nullptr;
  volatile bool there = false;
};

MUTANT(port) {
  port.channels = queue_channels<unsynchronised>();
}
