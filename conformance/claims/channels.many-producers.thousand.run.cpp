// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
// Aspect: A channel has a thousand senders.
#include <set>
#include <vector>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.many-producers") {
  constexpr int many = 1'000;
  auto [tx, rx] = bindings::channel<int>();

  std::vector<bindings::sender<int>> ends;
  for (int number = 0; number < many; ++number) ends.push_back(tx.clone());
  for (int number = 0; number < many; ++number) {
    REQUIRE(ends[static_cast<std::size_t>(number)].send(number).succeeded());
  }
  bindings::drop(std::move(tx));
  ends.clear();
  std::set<int> arrived;
  for (int number = 0; number < many; ++number) {
    const auto got = rx.recv();
    REQUIRE(got.value() != nullptr);
    arrived.insert(*got.value());
  }

  CHECK(arrived.size() == many);
  CHECK(rx.recv().is_disconnected());
}
