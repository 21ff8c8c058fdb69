// SPDX-License-Identifier: MIT
// Claim: Moving a sender into a thread shall make that thread its only owner. The sender works there as before, and it
//   is dropped with the thread’s closure unless it is moved on.
// Aspect: The sender moves to another thread and back.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.sender.moves.owner") {
  auto [tx, rx] = bindings::channel<int>();

  REQUIRE(tx.send(1).succeeded());
  CHECK(rx.recv() == 1);
  auto borrower = bindings::spawn([own = std::move(tx)]() mutable {
    const bool sent = own.send(2).succeeded();
    return std::pair(std::move(own), sent);
  });
  const auto returned = borrower.join();
  REQUIRE(returned.value() != nullptr);
  const auto& [end, sent] = *returned.value();
  REQUIRE(sent);
  CHECK(rx.recv() == 2);
  REQUIRE(end.send(3).succeeded());
  CHECK(rx.recv() == 3);
}
