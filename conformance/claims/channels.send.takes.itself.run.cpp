// SPDX-License-Identifier: MIT
#include <memory>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

// What arrives is no copy: this could not be copied.
CLAIM("channels.send.takes") {
  auto [tx, rx] = bindings::channel<std::unique_ptr<int>>();
  auto value = std::make_unique<int>(42);
  const int* const itself = value.get();

  tx.send(std::move(value));
  const auto got = rx.recv();

  REQUIRE(got.value() != nullptr);
  CHECK(got.value()->get() == itself);
}
