// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.recv.closed") {
  auto [tx, rx] = subject::channel<int>();

  subject::drop(std::move(tx));

  CHECK(rx.recv().is_disconnected());
  CHECK(rx.recv().is_disconnected());  // closed is for good
}
