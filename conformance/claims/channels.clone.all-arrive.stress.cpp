// SPDX-License-Identifier: MIT
// Claim: Every message that is sent with a clone shall arrive exactly once, interleaved with those of other clones in
//   any way that keeps the order of each clone’s messages.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// Two clones send two messages each while the receiver receives all of them. The outcome is one of the six
/// interleavings that keep the order of each clone.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  for (int number = 0; number < 2; ++number) sending.push_back(testing::spawn_sending(tx.clone(), number, 2));
  all.last_sender_leaves = testing::now();
  bindings::drop(std::move(tx));

  testing::receive_to_the_end(rx, all);
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  all.receives.pop_back();  // the last one, which was disconnected
  std::string arrived;
  for (const auto& each : all.receives) arrived += each.what.sender == 0 ? 'a' : 'b';
  return arrived;
}

}  // namespace

CLAIM("channels.clone.all-arrive") {
  const auto explored =
      testing::explore({.must_be_seen = {"aabb"}, .allowed = {"abab", "abba", "baab", "baba", "bbaa"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
