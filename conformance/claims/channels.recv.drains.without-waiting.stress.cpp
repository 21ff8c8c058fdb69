// SPDX-License-Identifier: MIT
// Claim: Every message that was sent before the receiver was disconnected shall be received before recv or try_recv
//   returns the error disconnected.
// Aspect: The receiver uses `try_recv` while the last message is sent and the sender is dropped.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

using outcome = testing::receive_record::outcome;

/// A message is sent and the last sender is dropped while the receiver uses `try_recv`.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(testing::spawn_sending(tx.clone(), 0, 1));
  all.last_sender_leaves = testing::now();
  bindings::drop(std::move(tx));

  for (int looks = 0; looks < 3; ++looks) all.receives.push_back(testing::recorded_try_recv(rx));
  testing::join_senders(std::move(sending), all);
  all.senders_joined = all.last_sender_left = testing::now();
  for (int looks = 0; looks < 2; ++looks) all.receives.push_back(testing::recorded_try_recv(rx));

  if (const auto wrong = testing::complaint(all)) return *wrong;
  if (all.receives.back().gave != outcome::disconnected) return "try_recv never returned disconnected";
  return all.receives.front().gave == outcome::empty ? "the channel was empty first" : "the message was sent first";
}

}  // namespace

CLAIM("channels.recv.drains") {
  const auto explored = testing::explore(
      {.must_be_seen = {"the channel was empty first"}, .allowed = {"the message was sent first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
