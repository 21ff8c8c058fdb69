// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
// Aspect: The order is kept when the sender moves between threads.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.order") {
  auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  auto sending = bindings::spawn([own = std::move(tx)]() mutable {
    own.send(2);
    return std::move(own);
  });
  const auto back = sending.join();
  REQUIRE(back.value() != nullptr);
  back.value()->send(3);

  for (int value = 1; value <= 3; ++value) CHECK(rx.recv() == value);
}
