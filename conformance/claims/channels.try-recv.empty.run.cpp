// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.try-recv.empty") {
  auto [tx, rx] = subject::channel<int>();
  CHECK(rx.try_recv().is_empty());

  tx.send(1);
  CHECK(rx.try_recv() == 1);
  CHECK(rx.try_recv().is_empty());

  subject::drop(std::move(tx));
  CHECK(rx.try_recv().is_disconnected());
}
