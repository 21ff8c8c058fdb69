// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.closed") {
  auto [tx, rx] = bindings::channel<int>();

  bindings::drop(std::move(tx));

  CHECK(rx.recv().is_disconnected());
  CHECK(rx.recv().is_disconnected());  // the receiver stays disconnected
}
