// SPDX-License-Identifier: MIT
#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/recorded.hpp"

namespace {

/// The receiver goes while another thread sends: what is sent after that fails, each time.
std::string exchange(std::mt19937_64&) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  sending.push_back(subject::spawn_sending(std::move(tx), 0, 3));

  all.receiver_leaves = subject::now();
  subject::drop(std::move(rx));
  all.receiver_left = subject::now();
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  if (std::ranges::none_of(all.sends, &subject::send_record::succeeded)) return "no send succeeded";
  return all.sends.back().succeeded ? "every send succeeded" : "the first sends succeeded";
}

}  // namespace

CLAIM("channels.send.disconnected") {
  const auto explored = subject::explore(
      {.must_be_seen = {"no send succeeded"}, .allowed = {"every send succeeded", "the first sends succeeded"}},
      exchange);

  CHECK(explored.forbidden() == "nothing");
}
