// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"

// Still in the channel when both its ends are dropped, the sending one first.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  auto [tx, rx] = subject::channel<subject::counted>();
  for (int number = 1; number <= 100; ++number) tx.send(subject::counted(sent, number));

  subject::drop(std::move(tx));
  const auto alive_when_closed = sent.alive();
  subject::drop(std::move(rx));

  CHECK(alive_when_closed == 100);
  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 100);
}
