// SPDX-License-Identifier: MIT
// Claim: Threads shall be able to communicate by messages that hold data: each arrives exactly once and unchanged, and
//   what was done before its send happens before what is done after it is received.
// Aspect: No message is lost and none is received twice, in any order.
#include <set>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.messages") {
  constexpr int many = 2'000;
  auto [tx, rx] = bindings::channel<int>();

  auto writer = bindings::spawn([own = std::move(tx)] {
    for (int number = 1; number <= many; ++number) own.send(number);
  });
  writer.join();
  std::set<int> arrived;
  for (int i = 0; i < many; ++i) {
    const auto got = rx.recv();
    REQUIRE(got.value() != nullptr);
    arrived.insert(*got.value());
  }

  CHECK(arrived.size() == many);
  CHECK(*arrived.begin() == 1);
  CHECK(*arrived.rbegin() == many);
  CHECK(rx.recv().is_disconnected());
}
