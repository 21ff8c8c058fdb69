// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.pair") {
  auto [first, second] = subject::channel<int>();

  REQUIRE(first.send(42).succeeded());
  CHECK(second.recv() == 42);
}
