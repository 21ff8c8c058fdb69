// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

using outcome = subject::receive_record::outcome;

/// Receives without waiting: while another thread sends and leaves, when it was joined, and when the last sender is
/// gone.
std::string exchange(std::mt19937_64&) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  sending.push_back(subject::spawn_sending(tx.clone(), 0, 1));

  for (int looks = 0; looks < 2; ++looks) all.receives.push_back(subject::recorded_try_recv(rx));
  subject::join_senders(std::move(sending), all);
  all.senders_joined = subject::now();
  for (int looks = 0; looks < 2; ++looks) all.receives.push_back(subject::recorded_try_recv(rx));
  if (all.receives.back().gave != outcome::empty) return "the channel was not said to be empty while it was";
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));
  all.last_sender_left = subject::now();
  all.receives.push_back(subject::recorded_try_recv(rx));

  if (const auto wrong = subject::complaint(all)) return *wrong;
  if (all.receives.back().gave != outcome::disconnected) return "the channel was not said to be closed when it was";
  return all.receives.front().gave == outcome::empty ? "the channel was empty first" : "the message was there first";
}

}  // namespace

CLAIM("channels.try-recv.empty") {
  const auto explored = subject::explore(
      {.must_be_seen = {"the channel was empty first"}, .allowed = {"the message was there first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
