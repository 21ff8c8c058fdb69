// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.recv.drains") {
  constexpr int sent = 1000;  // more than a piece of any queue is likely to hold
  auto [tx, rx] = subject::channel<int>();
  for (int value = 0; value < sent; ++value) tx.send(value);

  subject::drop(std::move(tx));

  for (int value = 0; value < sent; ++value) CHECK(rx.recv() == value);
  CHECK(rx.recv().is_disconnected());
}
