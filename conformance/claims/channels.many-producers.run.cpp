// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
#include <set>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("channels.many-producers") {
  constexpr int producers = 8, values_of_each = 50;
  const testing::latch all_spawned;
  const std::vector<testing::latch> has_sent(producers);
  auto [tx, rx] = bindings::channel<int>();

  std::vector<bindings::join_handle<bindings::nothing>> threads;
  for (int number = 0; number < producers; ++number)
    threads.push_back(bindings::spawn([number, all_spawned, has_sent, own = tx.clone()] {
      all_spawned.wait();
      for (int i = 0; i < values_of_each; ++i) own.send(number * values_of_each + i);
      has_sent[static_cast<std::size_t>(number)].open();
      for (const auto& producer : has_sent) producer.wait();  // no sender is dropped before all have sent
    }));
  bindings::drop(std::move(tx));
  all_spawned.open();
  std::set<int> arrived;
  for (int i = 0; i < producers * values_of_each; ++i) {
    const auto got = rx.recv();
    REQUIRE(got.value() != nullptr);
    arrived.insert(*got.value());
  }
  for (auto& thread : threads) thread.join();

  CHECK(arrived.size() == producers * values_of_each);
  CHECK(rx.recv().is_disconnected());
}
