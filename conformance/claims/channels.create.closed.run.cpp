// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.create") {
  auto closed = subject::channel<int>();
  auto open = subject::channel<int>();

  subject::drop(std::move(closed.tx));

  CHECK(closed.rx.recv().is_disconnected());
  CHECK(open.rx.try_recv().is_empty());
  REQUIRE(open.tx.send(42).succeeded());
  CHECK(open.rx.recv() == 42);
}
