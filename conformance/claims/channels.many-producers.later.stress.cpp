// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
// Aspect: The producers meet after the channel has been in use for a while.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

// Queues often consist of blocks whose sizes are powers of two. This is one less than the largest likely size.
constexpr int until_then = 127;

/// The same on a channel that has been in use for a while, so that the producers meet at the end of a block of its
/// queue.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  for (int number = 0; number < until_then; ++number) {
    tx.send({.sender = 0, .number = number});
    if (!(rx.recv() == testing::message{.sender = 0, .number = number})) return "an early message was lost";
  }
  std::vector<testing::sending_thread> sending;
  for (int number = 1; number <= 2; ++number) sending.push_back(testing::spawn_sending(tx.clone(), number, 2));

  testing::join_senders(std::move(sending), all);
  all.senders_joined = testing::now();
  for (int times = 0; times < 4; ++times) all.receives.push_back(testing::recorded_try_recv(rx));

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return all.receives.front().what.sender == 1 ? "the first came first" : "the second came first";
}

}  // namespace

CLAIM("channels.many-producers") {
  const auto explored =
      testing::explore({.must_be_seen = {"the first came first"}, .allowed = {"the second came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
