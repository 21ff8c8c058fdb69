// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.try-recv.value") {
  const auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  CHECK(rx.try_recv() == 1);

  tx.send(2);
  tx.send(3);
  CHECK(rx.try_recv() == 2);
  CHECK(rx.try_recv() == 3);
}
