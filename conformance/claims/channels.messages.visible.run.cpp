// SPDX-License-Identifier: MIT
// Claim: Threads shall be able to communicate by messages that hold data: each arrives exactly once and unchanged, and
//   what was done before its send happens before what is done after it is received.
// Aspect: What the sender wrote into memory before it sent a handle to it is visible to the receiver.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/probe.hpp"

CLAIM("channels.messages") {
  const testing::probe written;
  auto [tx, rx] = bindings::channel<testing::probe>();

  auto writer = bindings::spawn([written, own = std::move(tx)] {
    written.write(42);
    own.send(written);
  });
  const auto arrived = rx.recv();
  REQUIRE(arrived.value() != nullptr);
  const auto read = arrived.value()->read();
  writer.join();

  CHECK(read == 42);
}
