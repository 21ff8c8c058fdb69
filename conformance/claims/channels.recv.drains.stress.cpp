// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

/// A message or two and the close come together, while the receiver looks for either.
std::string exchange(std::mt19937_64& random) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  sending.push_back(subject::spawn_sending(tx.clone(), 0, 1 + static_cast<int>(random() % 2)));
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));

  subject::receive_to_the_end(rx, all);
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  return subject::receive_came_first(all) ? "recv was called first" : "a message was there first";
}

}  // namespace

CLAIM("channels.recv.drains") {
  const auto explored =
      subject::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was there first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
