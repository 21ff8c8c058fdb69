// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

// A clone is as good as the first: it needs none that was there before it.
CLAIM("channels.clone.same-channel") {
  auto [tx, rx] = subject::channel<int>();
  auto second = tx.clone();
  subject::drop(std::move(tx));
  const auto third = second.clone();
  subject::drop(std::move(second));

  CHECK(third.send(1).succeeded());

  CHECK(rx.try_recv() == 1);
}
