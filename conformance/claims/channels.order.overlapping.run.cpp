// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
// Aspect: The receiver receives while the sender sends.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.order") {
  constexpr int sent = 20'000;
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([own = std::move(tx)] {
    for (int value = 0; value < sent; ++value) own.send(value);
  });

  int next = 0, in_order = 0;
  rx.for_each([&](int value) {
    if (value == next) ++in_order;
    ++next;
  });

  CHECK(in_order == sent);
  sending.join();
}
