// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

// The sender is on the same thread: if `try_recv` waited for it, that would be for ever.
CLAIM("channels.try-recv.immediate") {
  const auto [tx, rx] = subject::channel<int>();

  CHECK(rx.try_recv().is_empty());

  tx.send(1);
  CHECK(rx.recv() == 1);
  CHECK(rx.try_recv().is_empty());
}
