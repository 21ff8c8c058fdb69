// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// Nothing is received until everything is sent.
CLAIM("channels.order") {
  constexpr int sent = 10'000;
  const auto [tx, rx] = bindings::channel<int>();

  for (int value = 0; value < sent; ++value) tx.send(value);

  int in_order = 0;
  while (in_order < sent && rx.recv() == in_order) ++in_order;
  CHECK(in_order == sent);
}
