// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

/// Two threads each clone their sending end, drop it, send by the clone and drop that: the channel is open to the end
/// of the last of them, and closed then.
std::string exchange(std::mt19937_64&) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  for (int number = 0; number < 2; ++number) {
    sending.push_back(subject::spawn([number, own = tx.clone()]() mutable {
      const auto clone = own.clone();
      subject::drop(std::move(own));
      return std::vector{subject::recorded_send(clone, {.sender = number, .number = 0})};
    }));
  }
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));

  subject::receive_to_the_end(rx, all);
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  return all.receives.front().what.sender == 0 ? "the first came first" : "the second came first";
}

}  // namespace

CLAIM("channels.clone.last-closes") {
  const auto explored =
      subject::explore({.must_be_seen = {"the first came first"}, .allowed = {"the second came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
