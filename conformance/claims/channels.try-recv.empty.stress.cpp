// SPDX-License-Identifier: MIT
#include <random>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/events.hpp"
#include "subject/recorded.hpp"
#include "subject/thread.hpp"

namespace {

using outcome = subject::receive_record::outcome;

/// Receives without waiting, while others send and leave and after they were joined, until that is the end.
subject::history exchange(int senders, int each) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  for (int sender = 0; sender < senders; ++sender) {
    sending.push_back(subject::spawn([=, own = tx.clone()] {
      std::vector<subject::send_record> done;
      for (int number = 0; number < each; ++number)
        done.push_back(subject::recorded_send(own, {.sender = sender, .number = number}));
      return done;
    }));
  }

  for (int attempts = 0; attempts < senders * each; ++attempts) all.receives.push_back(subject::recorded_try_recv(rx));
  subject::join_senders(std::move(sending), all);
  all.senders_joined = subject::now();
  for (int attempts = 0; attempts < senders * each + 1; ++attempts)
    all.receives.push_back(subject::recorded_try_recv(rx));
  all.last_sender_leaves = subject::now();
  subject::drop(std::move(tx));
  all.last_sender_left = subject::now();
  all.receives.push_back(subject::recorded_try_recv(rx));
  return all;
}

}  // namespace

CLAIM("channels.try-recv.empty") {
  constexpr unsigned seed = 1, executions = 100;
  std::mt19937 random(seed);
  subject::measured("seed", seed, "");
  subject::measured("executions", executions, "");
  for (unsigned execution = 0; execution < executions; ++execution) {
    const auto all = exchange(1 + static_cast<int>(random() % 4), static_cast<int>(random() % 40));

    CHECK(subject::complaint(all).value_or("none") == "none");
    CHECK(all.receives.at(all.receives.size() - 2).gave == outcome::empty);
    CHECK(all.receives.back().gave == outcome::disconnected);
  }
}
