// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

// What a message refers to arrives with it: to read it is no race.
CLAIM("channels.messages") {
  const subject::probe written;
  auto [tx, rx] = subject::channel<subject::probe>();

  auto writer = subject::spawn([written, own = std::move(tx)] {
    written.write(42);
    own.send(written);
  });
  const auto arrived = rx.recv();
  REQUIRE(arrived.value() != nullptr);
  const auto read = arrived.value()->read();
  writer.join();

  CHECK(read == 42);
}
