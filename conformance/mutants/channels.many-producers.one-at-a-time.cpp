// SPDX-License-Identifier: MIT
// Mutant: once a sending end has sent, no other one can until it is gone.
// Breaks: channels.many-producers
// Verdict: DEADLOCK
// Case: channels.many-producers.run
#include "queue_channel.hpp"

struct exclusive : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    {
      std::unique_lock locked(lock);
      changed.wait(locked, [&] { return sending == nobody || sending == sender; });
      sending = sender;
    }
    return queue_channel::send(value, sender, returned);
  }
  void drop_sender(int sender) override {
    {
      const std::scoped_lock locked(lock);
      if (sending == sender) sending = nobody;
      changed.notify_all();
    }
    queue_channel::drop_sender(sender);
  }
  static constexpr int nobody = -1;
  int sending = nobody;
};

MUTANT(port) {
  port.channels = queue_channels<exclusive>();
}
