// SPDX-License-Identifier: MIT
// Claim: Messages that one sender sends one after the other shall be received in the order in which they were sent.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// Three messages are sent to a receiver that may already wait, or may be about to wait, for the first.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(testing::spawn_sending(std::move(tx), 0, 3));

  for (int times = 0; times < 3; ++times) all.receives.push_back(testing::recorded_recv(rx));
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return testing::receive_came_first(all) ? "recv was called first" : "a message was sent first";
}

}  // namespace

CLAIM("channels.order") {
  const auto explored =
      testing::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was sent first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
