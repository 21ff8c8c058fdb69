// SPDX-License-Identifier: MIT
// Claim: A receiver that was moved to another thread shall receive there both the messages in flight and those that are
//   sent later.
// Aspect: The receiver moves to another thread and back.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.one-consumer.moves") {
  auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  CHECK(rx.recv() == 1);
  tx.send(2);
  auto borrower = bindings::spawn([own = std::move(rx)]() mutable {
    auto got = own.recv();
    return std::pair(std::move(own), std::move(got));
  });
  const auto returned = borrower.join();
  REQUIRE(returned.value() != nullptr);
  const auto& [end, received] = *returned.value();
  CHECK(received == 2);
  tx.send(3);
  CHECK(end.recv() == 3);
}
