// SPDX-License-Identifier: MIT
// Claim: Every send that begins after its sender was disconnected shall return an error that contains the value, for
//   every sender of the channel and on every thread.
#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// The receiver is dropped while another thread sends: each later send fails.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(testing::spawn_sending(std::move(tx), 0, 3));

  all.receiver_leaves = testing::now();
  bindings::drop(std::move(rx));
  all.receiver_left = testing::now();
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  if (std::ranges::none_of(all.sends, &testing::send_record::succeeded)) return "no send succeeded";
  return all.sends.back().succeeded ? "every send succeeded" : "the first sends succeeded";
}

}  // namespace

CLAIM("channels.send.disconnected") {
  const auto explored = testing::explore(
      {.must_be_seen = {"no send succeeded"}, .allowed = {"every send succeeded", "the first sends succeeded"}},
      exchange);

  CHECK(explored.forbidden() == "nothing");
}
