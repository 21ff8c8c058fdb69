// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
// Aspect: The producers meet at the end of a block of the queue, which may have any usual size, and the receiver may be
//   there too.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

constexpr int of_each = 3;

/// How many messages came before. Blocks of queues often have 2ᵏ messages, or one less: the producers meet at either.
int earlier(std::mt19937_64& random) {
  const int block = 8 << (random() % 5);
  return block - 1 - static_cast<int>(random() % (2 * of_each - 2));
}

std::string exchange(std::mt19937_64& random) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  const int before = earlier(random);
  for (int number = 0; number < before; ++number) {
    tx.send({.sender = 0, .number = number});
    if (!(rx.recv() == testing::message{.sender = 0, .number = number})) return "an early message was lost";
  }
  std::vector<testing::sending_thread> sending;
  for (int number = 1; number <= 2; ++number) sending.push_back(testing::spawn_sending(tx.clone(), number, of_each));
  bindings::drop(std::move(tx));  // so that a receive ends even where a message is lost
  const bool receives_meanwhile = random() % 2 == 0;

  if (receives_meanwhile)
    for (int times = 0; times < 2 * of_each; ++times) all.receives.push_back(testing::recorded_recv(rx));
  testing::join_senders(std::move(sending), all);
  all.senders_joined = testing::now();
  if (!receives_meanwhile)
    for (int times = 0; times < 2 * of_each; ++times) all.receives.push_back(testing::recorded_try_recv(rx));

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return all.receives.front().what.sender == 1 ? "the first came first" : "the second came first";
}

}  // namespace

CLAIM("channels.many-producers") {
  const auto explored =
      testing::explore({.must_be_seen = {"the first came first"}, .allowed = {"the second came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
