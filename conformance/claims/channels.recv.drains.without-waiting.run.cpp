// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

// The same for a receiver that does not wait, and for one that changes its mind.
CLAIM("channels.recv.drains") {
  auto [tx, rx] = subject::channel<int>();
  for (int value = 1; value <= 4; ++value) tx.send(value);

  subject::drop(std::move(tx));

  CHECK(rx.try_recv() == 1);
  CHECK(rx.recv() == 2);
  CHECK(rx.try_recv() == 3);
  CHECK(rx.try_recv() == 4);
  CHECK(rx.try_recv().is_disconnected());
  CHECK(rx.recv().is_disconnected());
}
