// SPDX-License-Identifier: MIT
// Claim: Every message that was sent before the receiver was disconnected shall be received before recv or try_recv
//   returns the error disconnected.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// One or two messages are sent and the last sender is dropped while the receiver receives.
std::string exchange(std::mt19937_64& random) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(testing::spawn_sending(tx.clone(), 0, 1 + static_cast<int>(random() % 2)));
  all.last_sender_leaves = testing::now();
  bindings::drop(std::move(tx));

  testing::receive_to_the_end(rx, all);
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return testing::receive_came_first(all) ? "recv was called first" : "a message was sent first";
}

}  // namespace

CLAIM("channels.recv.drains") {
  const auto explored =
      testing::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was sent first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
