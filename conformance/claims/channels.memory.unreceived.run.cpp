// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for channels whose ends were all dropped shall not grow with the number of these
//   channels, or of their messages and senders.
// Aspect: The channel is dropped with messages in it, or the receiver is dropped first.
#include "bindings/port.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

namespace {

/// The two ends of a channel. The messages have neither data nor a drop, so that what remains is the channel's own.
struct ends {
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;

  ends() { bindings::channels().channel(&tx, &rx); }

  static void send(fearless_sender* sender) {
    fearless_value returned{};
    bindings::channels().send(sender, {}, &returned);
  }
};

}  // namespace

CLAIM("channels.memory") {
  CHECK_FALSE(testing::grows([] {
    const ends of;
    for (int number = 0; number < 70; ++number) ends::send(of.tx);
    for (int number = 0; number < 5; ++number) {
      fearless_value received{};
      bindings::channels().recv(of.rx, &received);
    }
    bindings::channels().drop_sender(of.tx);
    bindings::channels().drop_receiver(of.rx);
  }));

  CHECK_FALSE(testing::grows([] {
    const ends of;
    ends::send(of.tx);
    bindings::channels().drop_receiver(of.rx);
    ends::send(of.tx);
    fearless_sender* const another = bindings::channels().clone_sender(of.tx);
    ends::send(another);
    bindings::channels().drop_sender(another);
    bindings::channels().drop_sender(of.tx);
  }));
}
