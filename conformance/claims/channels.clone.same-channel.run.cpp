// SPDX-License-Identifier: MIT
// Claim: Cloning a sender shall give a second sender of the same channel, which works as the first one does, even after
//   the first one was dropped.
#include <set>
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.clone.same-channel") {
  auto [tx, rx] = bindings::channel<int>();

  const auto second = tx.clone();
  const auto third = second.clone();

  CHECK(tx.send(1).succeeded());
  CHECK(second.send(2).succeeded());
  CHECK(third.send(3).succeeded());
  std::set<int> received;
  for (int receives = 0; receives < 3; ++receives) {
    const auto got = rx.try_recv();
    if (got.value() != nullptr) received.insert(*got.value());
  }
  CHECK(received == std::set{1, 2, 3});
}
