// SPDX-License-Identifier: MIT
// Mutant: a send to a channel without a receiver does not free the node that it has made for the message.
// Breaks: channels.memory
// Verdict: FAIL
// Case: channels.memory.unreceived.run
#include "queue_channel.hpp"

struct node {
  fearless_value message;
  node* next;
};

struct forgetful : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    auto made = std::make_unique<node>(node{value, nullptr});
    if (queue_channel::send(value, sender, returned)) return true;
    latest = made.release();
    return false;
  }

  node* latest = nullptr;
};

MUTANT(port) {
  port.channels = queue_channels<forgetful>();
}
