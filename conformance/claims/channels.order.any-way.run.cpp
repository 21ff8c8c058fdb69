// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
// Aspect: The order is the same for each way to receive.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.order") {
  auto [tx, rx] = bindings::channel<int>();
  for (int value = 1; value <= 6; ++value) tx.send(value);
  bindings::drop(std::move(tx));

  CHECK(rx.recv() == 1);
  CHECK(rx.try_recv() == 2);
  CHECK(rx.try_recv() == 3);
  CHECK(rx.recv() == 4);
  std::vector<int> rest;
  rx.for_each([&rest](int value) { rest.push_back(value); });
  CHECK(rest == std::vector{5, 6});
}
