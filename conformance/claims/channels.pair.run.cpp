// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.pair") {
  auto [first, second] = bindings::channel<int>();

  REQUIRE(first.send(42).succeeded());
  CHECK(second.recv() == 42);
}
