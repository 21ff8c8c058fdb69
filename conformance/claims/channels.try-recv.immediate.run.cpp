// SPDX-License-Identifier: MIT
// Claim: try_recv shall return without waiting for a message to be sent or for the receiver to be disconnected.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// The sender is on the same thread: if `try_recv` waited, it would never return.
CLAIM("channels.try-recv.immediate") {
  const auto [tx, rx] = bindings::channel<int>();

  CHECK(rx.try_recv().is_empty());

  tx.send(1);
  CHECK(rx.recv() == 1);
  CHECK(rx.try_recv().is_empty());
}
