// SPDX-License-Identifier: MIT
// Claim: The iteration shall end when the receiver is disconnected and every message was yielded.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.iterate.ends") {
  auto [tx, rx] = bindings::channel<int>();
  tx.send(1);
  tx.send(2);
  bindings::drop(std::move(tx));

  std::vector<int> seen;
  rx.for_each([&seen](int value) { seen.push_back(value); });

  CHECK(seen == std::vector{1, 2});
}
