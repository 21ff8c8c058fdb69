// SPDX-License-Identifier: MIT
// Mutant: a list of all channels keeps each of them, although it is disconnected and empty.
// Breaks: channels.memory
// Verdict: FAIL
#include "queue_channel.hpp"

struct listed_channel {
  std::shared_ptr<queue_channel> channel;
  listed_channel* next;
};

struct kept : queue_channel {
  void drop_receiver() override {
    queue_channel::drop_receiver();
    const std::scoped_lock locked(lock_of_list);
    all = new listed_channel{own.lock(), all};
  }

  std::weak_ptr<queue_channel> own;
  static inline std::mutex lock_of_list;
  static inline listed_channel* all = nullptr;
};

MUTANT(port) {
  port.channels = queue_channels<kept>();
  static const auto make = port.channels.channel;
  port.channels.channel = [](fearless_sender** sender, fearless_receiver** receiver) {
    make(sender, receiver);
    const auto& made = queue_receiver::of(*receiver).channel;
    static_cast<kept&>(*made).own = made;
  };
}
