// SPDX-License-Identifier: MIT
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
