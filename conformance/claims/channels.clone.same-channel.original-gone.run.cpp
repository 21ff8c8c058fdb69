// SPDX-License-Identifier: MIT
// Claim: Cloning a sender shall give a second sender of the same channel, which works as the first one does, even after
//   the first one was dropped.
// Aspect: A clone still works when the sender that it was cloned from is dropped.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.clone.same-channel") {
  auto [tx, rx] = bindings::channel<int>();
  auto second = tx.clone();
  bindings::drop(std::move(tx));
  const auto third = second.clone();
  bindings::drop(std::move(second));

  CHECK(third.send(1).succeeded());

  CHECK(rx.try_recv() == 1);
}
