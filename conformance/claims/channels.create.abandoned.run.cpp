// SPDX-License-Identifier: MIT
// Claim: channel shall create a new channel that is independent of every other channel.
// Aspect: A channel still works when the receiver of another one is dropped.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.create") {
  auto abandoned = bindings::channel<int>();
  auto in_use = bindings::channel<int>();

  in_use.tx.send(1);
  bindings::drop(std::move(abandoned.rx));

  REQUIRE(in_use.tx.send(2).succeeded());
  CHECK(in_use.rx.recv() == 1);
  CHECK(in_use.rx.recv() == 2);
}
