// SPDX-License-Identifier: MIT
// Claim: recv shall return a message that was sent as a success, whether the message or the call came first. What was
//   done before the send happens before the return.
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
