// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"

// The order is the sender's, on whichever threads it is used.
CLAIM("channels.order") {
  auto [tx, rx] = subject::channel<int>();

  tx.send(1);
  auto sending = subject::spawn([own = std::move(tx)]() mutable {
    own.send(2);
    return std::move(own);
  });
  const auto back = sending.join();
  REQUIRE(back.value() != nullptr);
  back.value()->send(3);

  for (int value = 1; value <= 3; ++value) CHECK(rx.recv() == value);
}
