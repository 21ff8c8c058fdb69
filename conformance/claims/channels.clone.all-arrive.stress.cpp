// SPDX-License-Identifier: MIT
#include <random>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/events.hpp"
#include "subject/recorded.hpp"
#include "subject/thread.hpp"

namespace {

/// So many clones send so many messages each, while they are received to the end.
subject::history exchange(int clones, int each) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  for (int sender = 0; sender < clones; ++sender) {
    sending.push_back(subject::spawn([=, own = tx.clone()] {
      std::vector<subject::send_record> done;
      for (int number = 0; number < each; ++number)
        done.push_back(subject::recorded_send(own, {.sender = sender, .number = number}));
      return done;
    }));
  }
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));

  for (auto outcome = subject::receive_record::outcome::received; outcome == subject::receive_record::outcome::received;
       outcome = all.receives.back().gave)
    all.receives.push_back(subject::recorded_recv(rx));
  subject::join_senders(std::move(sending), all);
  return all;
}

}  // namespace

CLAIM("channels.clone.all-arrive") {
  constexpr unsigned seed = 1, executions = 150;
  std::mt19937 random(seed);
  subject::measured("seed", seed, "");
  subject::measured("executions", executions, "");
  for (unsigned execution = 0; execution < executions; ++execution) {
    const int clones = 1 + static_cast<int>(random() % 5), each = static_cast<int>(random() % 60);
    const auto all = exchange(clones, each);

    CHECK(all.sends.size() == static_cast<std::size_t>(clones * each));
    CHECK(subject::complaint(all).value_or("none") == "none");
  }
}
