// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.drains") {
  constexpr int sent = 1000;  // more than one block of a queue is likely to hold
  auto [tx, rx] = bindings::channel<int>();
  for (int value = 0; value < sent; ++value) tx.send(value);

  bindings::drop(std::move(tx));

  for (int value = 0; value < sent; ++value) CHECK(rx.recv() == value);
  CHECK(rx.recv().is_disconnected());
}
