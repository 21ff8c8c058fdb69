// SPDX-License-Identifier: MIT
// Aspect: The sender and the receiver of one channel each notice that the other was dropped.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.pair") {
  auto [first, forsaken] = bindings::channel<int>();
  bindings::drop(std::move(first));
  CHECK(forsaken.recv().is_disconnected());

  auto [lonely, second] = bindings::channel<int>();
  bindings::drop(std::move(second));
  CHECK_FALSE(lonely.send(42).succeeded());
}
