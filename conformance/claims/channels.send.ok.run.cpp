// SPDX-License-Identifier: MIT
// Claim: send shall report success as long as the receiver exists, without waiting for it to receive, however many
//   messages are in flight.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.send.ok") {
  constexpr int many = 5'000;  // more than a bounded channel is likely to hold
  auto [tx, rx] = bindings::channel<int>();

  int succeeded = 0;
  for (int number = 1; number <= many; ++number) {
    if (tx.send(number).succeeded()) ++succeeded;
  }

  CHECK(succeeded == many);  // and none was received
}
