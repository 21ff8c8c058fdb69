// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.send.disconnected") {
  auto [tx, rx] = subject::channel<int>();

  subject::drop(std::move(rx));

  for (const int number : {1, 2, 3}) {
    const auto sent = tx.send(number);
    CHECK_FALSE(sent.succeeded());
    REQUIRE(sent.returned() != nullptr);
    CHECK(*sent.returned() == number);
  }
}
