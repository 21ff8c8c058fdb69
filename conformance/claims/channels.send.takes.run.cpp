// SPDX-License-Identifier: MIT
// Claim: send shall take the value itself, not a copy of it or a reference to it. A program that passes a value to send
//   without moving it is rejected by the ownership check.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("channels.send.takes") {
  const testing::tally sent;
  auto [tx, rx] = bindings::channel<testing::counted>();

  auto sender = bindings::spawn([sent, own = std::move(tx)] { own.send(testing::counted(sent, 42)); });
  sender.join();  // its stack and its sender are gone

  CHECK(sent.copies() == 0);
  REQUIRE(sent.alive() == 1);
  const auto got = rx.recv();
  REQUIRE(got.value() != nullptr);
  CHECK(got.value()->value() == 42);
}
