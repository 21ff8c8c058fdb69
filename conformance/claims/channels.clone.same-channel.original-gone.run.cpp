// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// A clone is as good as the first: it needs none that was there before it.
CLAIM("channels.clone.same-channel") {
  auto [tx, rx] = bindings::channel<int>();
  auto second = tx.clone();
  bindings::drop(std::move(tx));
  const auto third = second.clone();
  bindings::drop(std::move(second));

  CHECK(third.send(1).succeeded());

  CHECK(rx.try_recv() == 1);
}
