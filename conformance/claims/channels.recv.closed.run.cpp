// SPDX-License-Identifier: MIT
// Claim: When the receiver is disconnected and no message is in flight, every call of recv shall return the error
//   disconnected, including a call that is already waiting.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.closed") {
  auto [tx, rx] = bindings::channel<int>();

  bindings::drop(std::move(tx));

  CHECK(rx.recv().is_disconnected());
  CHECK(rx.recv().is_disconnected());  // the receiver stays disconnected
}
