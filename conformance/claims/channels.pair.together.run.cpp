// SPDX-License-Identifier: MIT
// Claim: channel shall return the two ends of the channel that it created, the sender first and the receiver second.
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
