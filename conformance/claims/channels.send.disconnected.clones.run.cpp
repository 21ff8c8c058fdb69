// SPDX-License-Identifier: MIT
// Claim: Every send that begins after its sender was disconnected shall return an error that contains the value, for
//   every sender of the channel and on every thread.
// Aspect: Every clone is disconnected, whether it was made before or after the drop of the receiver.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.send.disconnected") {
  auto [tx, rx] = bindings::channel<int>();

  const auto earlier = tx.clone();
  bindings::drop(std::move(rx));
  const auto later = tx.clone();

  CHECK_FALSE(earlier.send(1).succeeded());
  CHECK_FALSE(later.send(2).succeeded());
  CHECK_FALSE(tx.send(3).succeeded());
}
