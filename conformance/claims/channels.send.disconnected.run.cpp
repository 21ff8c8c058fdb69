// SPDX-License-Identifier: MIT
// Claim: Every send that begins after its sender was disconnected shall return an error that contains the value, for
//   every sender of the channel and on every thread.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.send.disconnected") {
  auto [tx, rx] = bindings::channel<int>();

  bindings::drop(std::move(rx));

  for (const int number : {1, 2, 3}) {
    const auto sent = tx.send(number);
    CHECK_FALSE(sent.succeeded());
    REQUIRE(sent.returned() != nullptr);
    CHECK(*sent.returned() == number);
  }
}
