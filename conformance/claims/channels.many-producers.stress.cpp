// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// Two producers send at the same time, and the messages are received when both were joined.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  for (int number = 0; number < 2; ++number) sending.push_back(testing::spawn_sending(tx.clone(), number, 2));

  testing::join_senders(std::move(sending), all);
  all.senders_joined = testing::now();
  for (int times = 0; times < 4; ++times) all.receives.push_back(testing::recorded_try_recv(rx));

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return all.receives.front().what.sender == 0 ? "the first came first" : "the second came first";
}

}  // namespace

CLAIM("channels.many-producers") {
  const auto explored =
      testing::explore({.must_be_seen = {"the first came first"}, .allowed = {"the second came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
