// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

/// Three messages come to a receiver that may be waiting for the first, or be about to.
std::string exchange(std::mt19937_64&) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  sending.push_back(subject::spawn_sending(std::move(tx), 0, 3));

  for (int times = 0; times < 3; ++times) all.receives.push_back(subject::recorded_recv(rx));
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  return subject::receive_came_first(all) ? "recv was called first" : "a message was there first";
}

}  // namespace

CLAIM("channels.order") {
  const auto explored =
      subject::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was there first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
