// SPDX-License-Identifier: MIT
// Claim: recv shall return a message that was sent as a success, whether the message or the call came first. What was
//   done before the send happens before the return.
// Aspect: The sender's writes happen before the return of `recv`, whether the receiver or the message waited.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"
#include "testing/watch.hpp"

// The thread of the sender lives until the reads are done, so that only the message orders them.
CLAIM("channels.recv.value") {
  const testing::probe first, second;
  const testing::latch sent, seen;
  const testing::watch receiver;
  receiver.here();
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([=, own = std::move(tx)] {
    first.write(1);
    own.send(1);
    sent.open();
    receiver.settle();
    second.write(2);
    own.send(2);
    seen.wait();
  });

  sent.wait();
  CHECK(rx.recv() == 1);
  CHECK(first.read() == 1);
  CHECK(rx.recv() == 2);
  CHECK(second.read() == 2);
  seen.open();
  sending.join();
}
