// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

// It can be used by one thread, then by another, and then by the first again.
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
