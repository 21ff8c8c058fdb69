// SPDX-License-Identifier: MIT
// Claim: The receiver shall be disconnected when the last sender of the channel is dropped, and not before, regardless
//   of which sender is the last.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/recorded.hpp"

namespace {

/// Two threads each clone their sender, drop it, send by the clone and drop the clone. The receiver is disconnected
/// when the last sender was dropped, and not before.
std::string exchange(std::mt19937_64&) {
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  for (int number = 0; number < 2; ++number) {
    sending.push_back(bindings::spawn([number, own = tx.clone()]() mutable {
      const auto clone = own.clone();
      bindings::drop(std::move(own));
      return std::vector{testing::recorded_send(clone, {.sender = number, .number = 0})};
    }));
  }
  all.last_sender_leaves = testing::now();
  bindings::drop(std::move(tx));

  testing::receive_to_the_end(rx, all);
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return all.receives.front().what.sender == 0 ? "the first came first" : "the second came first";
}

}  // namespace

CLAIM("channels.clone.last-closes") {
  const auto explored =
      testing::explore({.must_be_seen = {"the first came first"}, .allowed = {"the second came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
