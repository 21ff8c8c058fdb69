// SPDX-License-Identifier: MIT
#include <set>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("channels.many-producers") {
  constexpr int producers = 8, values_of_each = 50;
  const subject::gate all_spawned;
  const std::vector<subject::gate> has_sent(producers);
  auto [tx, rx] = subject::channel<int>();

  std::vector<subject::join_handle<subject::nothing>> threads;
  for (int number = 0; number < producers; ++number)
    threads.push_back(subject::spawn([number, all_spawned, has_sent, own = tx.clone()] {
      all_spawned.pass();
      for (int i = 0; i < values_of_each; ++i) own.send(number * values_of_each + i);
      has_sent[static_cast<std::size_t>(number)].open();
      for (const auto& producer : has_sent) producer.pass();  // none gives its end up before all have sent by theirs
    }));
  subject::drop(std::move(tx));
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
