// SPDX-License-Identifier: MIT
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
