// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

// One that is made after others have gone is as new as the first.
CLAIM("channels.create") {
  for (int before = 0; before < 100; ++before) {
    auto gone = subject::channel<int>();
    gone.tx.send(before);
    if (before % 2 == 0) subject::drop(std::move(gone.rx));
  }

  auto [tx, rx] = subject::channel<int>();
  REQUIRE(rx.try_recv().is_empty());
  REQUIRE(tx.send(42).succeeded());
  CHECK(rx.recv() == 42);
}
