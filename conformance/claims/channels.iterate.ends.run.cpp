// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.iterate.ends") {
  auto [tx, rx] = subject::channel<int>();
  tx.send(1);
  tx.send(2);
  subject::drop(std::move(tx));

  std::vector<int> seen;
  rx.for_each([&seen](int value) { seen.push_back(value); });

  CHECK(seen == std::vector{1, 2});
}
