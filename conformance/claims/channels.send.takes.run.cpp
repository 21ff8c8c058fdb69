// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

CLAIM("channels.send.takes") {
  const subject::tally sent;
  auto [tx, rx] = subject::channel<subject::counted>();

  auto sender = subject::spawn([sent, own = std::move(tx)] { own.send(subject::counted(sent, 42)); });
  sender.join();  // with its frames and its sending end

  CHECK(sent.copies() == 0);
  REQUIRE(sent.alive() == 1);
  const auto got = rx.recv();
  REQUIRE(got.value() != nullptr);
  CHECK(got.value()->value() == 42);
}
