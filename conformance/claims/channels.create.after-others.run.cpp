// SPDX-License-Identifier: MIT
// Claim: channel shall create a new channel that is independent of every other channel.
// Aspect: A channel that is created after others were dropped is new.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.create") {
  for (int before = 0; before < 100; ++before) {
    auto gone = bindings::channel<int>();
    gone.tx.send(before);
    if (before % 2 == 0) bindings::drop(std::move(gone.rx));
  }

  auto [tx, rx] = bindings::channel<int>();
  REQUIRE(rx.try_recv().is_empty());
  REQUIRE(tx.send(42).succeeded());
  CHECK(rx.recv() == 42);
}
