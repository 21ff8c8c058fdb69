// SPDX-License-Identifier: MIT
// Claim: If there is a message, and its send happened before the call, try_recv shall return a message as a success.
//   What was done before the send happens before the return.
// Aspect: The sender's writes happen before the return of `try_recv`.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// The thread of the sender lives until the reads are done, so that only the message orders them.
CLAIM("channels.try-recv.value") {
  const testing::probe written;
  const testing::latch sent, seen;
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([=, own = std::move(tx)] {
    written.write(42);
    own.send(1);
    sent.open();
    seen.wait();
  });

  sent.wait();
  CHECK(rx.try_recv() == 1);
  CHECK(written.read() == 42);
  seen.open();
  sending.join();
}
