// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for channels whose ends were all dropped shall not grow with the number of these
//   channels, or of their messages and senders.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("channels.memory") {
  CHECK_FALSE(testing::grows([] {
    auto [tx, rx] = bindings::channel<int>();
    auto another = tx.clone();
    for (int number = 0; number < 40; ++number) {
      tx.send(number);
      another.send(number);
    }
    for (int number = 0; number < 80; ++number) rx.recv();
    rx.try_recv();
    bindings::drop(std::move(tx));
    bindings::drop(std::move(another));
    rx.try_recv();
  }));
}
