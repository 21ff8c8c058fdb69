// SPDX-License-Identifier: MIT
// Claim: channel shall create a new channel that is independent of every other channel.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.create") {
  auto first = bindings::channel<int>();
  auto second = bindings::channel<int>();

  first.tx.send(1);
  REQUIRE(second.rx.try_recv().is_empty());
  second.tx.send(2);

  CHECK(second.rx.recv() == 2);
  CHECK(first.rx.recv() == 1);
}
