// SPDX-License-Identifier: MIT
// Claim: channel shall return the two ends of the channel that it created, the sender first and the receiver second.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.pair") {
  auto [first, second] = bindings::channel<int>();

  REQUIRE(first.send(42).succeeded());
  CHECK(second.recv() == 42);
}
