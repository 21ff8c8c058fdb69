// SPDX-License-Identifier: MIT
// Claim: channel shall create a new channel that is independent of every other channel.
// Aspect: A channel still works when the sender of another one is dropped.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.create") {
  auto closed = bindings::channel<int>();
  auto open = bindings::channel<int>();

  bindings::drop(std::move(closed.tx));

  CHECK(closed.rx.recv().is_disconnected());
  CHECK(open.rx.try_recv().is_empty());
  REQUIRE(open.tx.send(42).succeeded());
  CHECK(open.rx.recv() == 42);
}
