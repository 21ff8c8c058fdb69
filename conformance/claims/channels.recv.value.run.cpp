// SPDX-License-Identifier: MIT
#include <string>
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.recv.value") {
  const auto [tx, rx] = bindings::channel<std::string>();

  tx.send("one");
  CHECK(rx.recv() == "one");

  tx.send("two");
  tx.send("three, which is too long to fit into the string itself");
  CHECK(rx.recv() == "two");
  CHECK(rx.recv() == "three, which is too long to fit into the string itself");
}
