// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <optional>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Received: the receiver's own, though the sender still runs.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  const subject::gate dropped;
  auto [tx, rx] = subject::channel<subject::counted>();

  auto sender = subject::spawn([sent, dropped, own = std::move(tx)] {
    own.send(subject::counted(sent, 42));
    dropped.pass();
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
