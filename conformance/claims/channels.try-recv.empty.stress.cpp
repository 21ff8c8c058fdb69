// SPDX-License-Identifier: MIT
// Claim: If there is no message, try_recv shall return an error that says whether the channel is only empty or the
//   receiver is disconnected.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

using outcome = testing::receive_record::outcome;

/// Uses `try_recv` while another thread sends and drops its sender, after that thread was joined, and after the last
/// sender was dropped.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(testing::spawn_sending(tx.clone(), 0, 1));

  for (int looks = 0; looks < 2; ++looks) all.receives.push_back(testing::recorded_try_recv(rx));
  testing::join_senders(std::move(sending), all);
  all.senders_joined = testing::now();
  for (int looks = 0; looks < 2; ++looks) all.receives.push_back(testing::recorded_try_recv(rx));
  if (all.receives.back().gave != outcome::empty) return "the last receive did not return empty";
  all.last_sender_leaves = testing::now();
  bindings::drop(std::move(tx));
  all.last_sender_left = testing::now();
  all.receives.push_back(testing::recorded_try_recv(rx));

  if (const auto wrong = testing::complaint(all)) return *wrong;
  if (all.receives.back().gave != outcome::disconnected) return "the last receive did not return disconnected";
  return all.receives.front().gave == outcome::empty ? "the channel was empty first" : "the message was sent first";
}

}  // namespace

CLAIM("channels.try-recv.empty") {
  const auto explored = testing::explore(
      {.must_be_seen = {"the channel was empty first"}, .allowed = {"the message was sent first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
