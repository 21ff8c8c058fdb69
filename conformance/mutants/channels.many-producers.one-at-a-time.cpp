// SPDX-License-Identifier: MIT
// Mutant: after one sender has sent, no other one can until it is dropped.
// Breaks: channels.many-producers
// Verdict: DEADLOCK
// Case: channels.many-producers.run
#include "queue_channel.hpp"

struct exclusive : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      std::unique_lock locked(lock);
      changed.wait(locked, [&] { return sending == no_sender || sending == sender; });
      sending = sender;
    }
    return queue_channel::send(value, sender, returned);
  }
  void drop_sender(int sender) override {
    {
      const std::scoped_lock locked(lock);
      if (sending == sender) sending = no_sender;
      changed.notify_all();
    }
    queue_channel::drop_sender(sender);
  }
  static constexpr int no_sender = -1;
  int sending = no_sender;
};

MUTANT(port) {
  port.channels = queue_channels<exclusive>();
}
