// SPDX-License-Identifier: MIT
// Claim: Every message that was sent before the receiver was disconnected shall be received before recv or try_recv
//   returns the error disconnected.
// Aspect: The receiver also uses `try_recv`.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.drains") {
  auto [tx, rx] = bindings::channel<int>();
  for (int value = 1; value <= 4; ++value) tx.send(value);

  bindings::drop(std::move(tx));

  CHECK(rx.try_recv() == 1);
  CHECK(rx.recv() == 2);
  CHECK(rx.try_recv() == 3);
  CHECK(rx.try_recv() == 4);
  CHECK(rx.try_recv().is_disconnected());
  CHECK(rx.recv().is_disconnected());
}
