// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.create") {
  auto abandoned = subject::channel<int>();
  auto in_use = subject::channel<int>();

  in_use.tx.send(1);
  subject::drop(std::move(abandoned.rx));

  REQUIRE(in_use.tx.send(2).succeeded());
  CHECK(in_use.rx.recv() == 1);
  CHECK(in_use.rx.recv() == 2);
}
