// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.create") {
  auto first = subject::channel<int>();
  auto second = subject::channel<int>();

  first.tx.send(1);
  REQUIRE(second.rx.try_recv().is_empty());
  second.tx.send(2);

  CHECK(second.rx.recv() == 2);
  CHECK(first.rx.recv() == 1);
}
