// SPDX-License-Identifier: MIT
// Claim: After a send, only the channel, and then the thread that receives the message, shall have access to the
//   message.
#include <unistd.h>

#include <optional>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

// The received message belongs to the receiver while the sender still runs.
CLAIM("channels.ownership.transfer.exclusive") {
  const testing::tally sent;
  const testing::latch dropped;
  auto [tx, rx] = bindings::channel<testing::counted>();

  auto sender = bindings::spawn([sent, dropped, own = std::move(tx)] {
    own.send(testing::counted(sent, 42));
    dropped.wait();
  });
  std::optional got = rx.recv();
  const auto alive_when_received = sent.alive();
  got.reset();
  dropped.open();
  sender.join();

  CHECK(alive_when_received == 1);
  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 1);
  CHECK(sent.dropped_by() == gettid());
}
