// SPDX-License-Identifier: MIT
// Claim: Every message that was sent before the receiver was disconnected shall be received before recv or try_recv
//   returns the error disconnected.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.drains") {
  constexpr int sent = 1000;  // more than one block of a queue is likely to hold
  auto [tx, rx] = bindings::channel<int>();
  for (int value = 0; value < sent; ++value) tx.send(value);

  bindings::drop(std::move(tx));

  for (int value = 0; value < sent; ++value) CHECK(rx.recv() == value);
  CHECK(rx.recv().is_disconnected());
}
