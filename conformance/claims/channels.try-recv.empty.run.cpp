// SPDX-License-Identifier: MIT
// Claim: If there is no message, try_recv shall return an error that says whether the channel is only empty or the
//   receiver is disconnected.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.try-recv.empty") {
  auto [tx, rx] = bindings::channel<int>();
  CHECK(rx.try_recv().is_empty());

  tx.send(1);
  CHECK(rx.try_recv() == 1);
  CHECK(rx.try_recv().is_empty());

  bindings::drop(std::move(tx));
  CHECK(rx.try_recv().is_disconnected());
}
