// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
// Aspect: The receiver waits while several messages are sent.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

CLAIM("channels.order") {
  constexpr int sent = 10;
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    int in_order = 0;
    while (in_order < sent && own.recv() == in_order) ++in_order;
    return in_order;
  });
  receiver.settle();

  for (int value = 0; value < sent; ++value) tx.send(value);

  CHECK(receiving.join() == sent);
}
