// SPDX-License-Identifier: MIT
// Claim: If there is a message, and its send happened before the call, try_recv shall return a message as a success.
//   What was done before the send happens before the return.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.try-recv.value") {
  const auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  CHECK(rx.try_recv() == 1);

  tx.send(2);
  tx.send(3);
  CHECK(rx.try_recv() == 2);
  CHECK(rx.try_recv() == 3);
}
