// SPDX-License-Identifier: MIT
// Mutant: try_recv gives the value, but by nothing that orders what was written before the send.
// Breaks: channels.try-recv.value
// Verdict: RACE
// Case: channels.try-recv.value.visible.run
#include "queue_channel.hpp"

/// Not atomic, and used where the detector does not look.
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
