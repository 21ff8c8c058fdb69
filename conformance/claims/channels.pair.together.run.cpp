// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"

// Two ends of one channel: each is told that the other is gone.
CLAIM("channels.pair") {
  auto [first, forsaken] = subject::channel<int>();
  subject::drop(std::move(first));
  CHECK(forsaken.recv().is_disconnected());

  auto [lonely, second] = subject::channel<int>();
  subject::drop(std::move(second));
  CHECK_FALSE(lonely.send(42).succeeded());
}
