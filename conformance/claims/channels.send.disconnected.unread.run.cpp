// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

// What was sent before and not received makes no difference: it is not what comes back.
CLAIM("channels.send.disconnected") {
  auto [tx, rx] = subject::channel<int>();

  tx.send(1);
  tx.send(2);
  subject::drop(std::move(rx));
  const auto sent = tx.send(3);

  CHECK_FALSE(sent.succeeded());
  REQUIRE(sent.returned() != nullptr);
  CHECK(*sent.returned() == 3);
}
