// SPDX-License-Identifier: MIT
// Mutant: a send reads and writes a word that also says whether there is a receiver, and may undo the drop of the
// receiver.
// Breaks: channels.send.disconnected
// Verdict: FAIL
// Case: channels.send.disconnected.stress
// Schedule: matters
#include "queue_channel.hpp"

struct in_one_word : queue_channel {
  bool send(fearless_value value, int sender, fearless_value* returned) override {
    const unsigned before = read();
    if ((before & receiver_gone) != 0) {
      *returned = value;
      return false;
    }
    const std::scoped_lock locked(lock);
    word = before + one_value;
    put(value, sender);
    wake();
    return true;
  }
  unsigned read() {
    const std::scoped_lock locked(lock);
    return word;
  }
  void drop_receiver() override {
    queue_channel::drop_receiver();
    const std::scoped_lock locked(lock);
    word |= receiver_gone;
  }

  static constexpr unsigned receiver_gone = 1, one_value = 2;
  unsigned word = 0;
};

MUTANT(port) {
  port.channels = queue_channels<in_one_word>();
}
