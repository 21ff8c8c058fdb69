// SPDX-License-Identifier: MIT
// Claim: send shall take the value itself, not a copy of it or a reference to it. A program that passes a value to send
//   without moving it is rejected by the ownership check.
// Aspect: The received value is the sent object itself, of a type that cannot be copied.
#include <memory>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.send.takes") {
  auto [tx, rx] = bindings::channel<std::unique_ptr<int>>();
  auto value = std::make_unique<int>(42);
  const int* const itself = value.get();

  tx.send(std::move(value));
  const auto got = rx.recv();

  REQUIRE(got.value() != nullptr);
  CHECK(got.value()->get() == itself);
}
