// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"

CLAIM("channels.sender.moves") {
  auto [tx, rx] = subject::channel<int>();

  auto owner = subject::spawn([own = std::move(tx)] { return own.send(42).succeeded(); });

  REQUIRE(owner.join() == true);
  CHECK(rx.recv() == 42);
  CHECK(rx.recv().is_disconnected());  // it was the thread's own, and is gone with it
}
