// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// Two ends of one channel: each is told that the other is gone.
CLAIM("channels.pair") {
  auto [first, forsaken] = bindings::channel<int>();
  bindings::drop(std::move(first));
  CHECK(forsaken.recv().is_disconnected());

  auto [lonely, second] = bindings::channel<int>();
  bindings::drop(std::move(second));
  CHECK_FALSE(lonely.send(42).succeeded());
}
