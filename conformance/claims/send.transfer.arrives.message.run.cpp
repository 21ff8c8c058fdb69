// SPDX-License-Identifier: MIT
// Claim: A value of a sendable type shall arrive complete on another thread, which then is its owner, as part of a
//   closure, as a message, or as the result that a join returns.
// Aspect: The value goes to another thread in a message and comes back in another.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("send.transfer.arrives") {
  auto [tx, inbox] = bindings::channel<std::vector<int>>();
  auto [reply, rx] = bindings::channel<std::vector<int>>();

  auto writer = bindings::spawn([from = std::move(inbox), to = std::move(reply)] {
    auto got = from.recv();
    if (got.value() == nullptr) return;
    auto mine = std::move(got).take();
    mine.push_back(4);
    to.send(std::move(mine));
  });
  tx.send({1, 2, 3});
  const auto returned = rx.recv();
  writer.join();

  CHECK(returned == std::vector{1, 2, 3, 4});
}
