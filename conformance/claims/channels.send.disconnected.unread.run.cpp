// SPDX-License-Identifier: MIT
// Claim: Every send that begins after its sender was disconnected shall return an error that contains the value, for
//   every sender of the channel and on every thread.
// Aspect: The channel holds messages that were never received.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

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
