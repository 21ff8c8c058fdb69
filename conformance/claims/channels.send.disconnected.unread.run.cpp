// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// What was sent before and not received makes no difference: it is not what comes back.
CLAIM("channels.send.disconnected") {
  auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  tx.send(2);
  bindings::drop(std::move(rx));
  const auto sent = tx.send(3);

  CHECK_FALSE(sent.succeeded());
  REQUIRE(sent.returned() != nullptr);
  CHECK(*sent.returned() == 3);
}
