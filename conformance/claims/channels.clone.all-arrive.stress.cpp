// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

/// Two clones send two messages each, while they are received to the end: in one of the six interleavings that keep
/// each clone's order, told here by whose message came when.
std::string exchange(std::mt19937_64&) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  for (int number = 0; number < 2; ++number) sending.push_back(subject::spawn_sending(tx.clone(), number, 2));
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));

  subject::receive_to_the_end(rx, all);
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  all.receives.pop_back();  // which said that the channel is closed
  std::string arrived;
  for (const auto& each : all.receives) arrived += each.what.sender == 0 ? 'a' : 'b';
  return arrived;
}

}  // namespace

CLAIM("channels.clone.all-arrive") {
  const auto explored =
      subject::explore({.must_be_seen = {"aabb"}, .allowed = {"abab", "abba", "baab", "baba", "bbaa"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
