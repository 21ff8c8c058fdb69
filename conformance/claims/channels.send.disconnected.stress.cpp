// SPDX-License-Identifier: MIT
#include <cstddef>
#include <random>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/events.hpp"
#include "subject/recorded.hpp"
#include "subject/thread.hpp"

namespace {

constexpr std::size_t enough_to_be_told = 1000;

/// The receiver takes so many messages and goes, while others send until they are told of it.
subject::history exchange(int senders, unsigned enough) {
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  for (int sender = 0; sender < senders; ++sender) {
    sending.push_back(subject::spawn([=, own = tx.clone()] {
      std::vector<subject::send_record> done;
      do {
        const int number = static_cast<int>(done.size());
        done.push_back(subject::recorded_send(own, {.sender = sender, .number = number}));
      } while (done.back().succeeded && done.size() < enough_to_be_told);
      return done;
    }));
  }

  for (unsigned i = 0; i < enough; ++i) all.receives.push_back(subject::recorded_recv(rx));
  all.receiver_leaves = subject::now();
  subject::drop(std::move(rx));
  all.receiver_left = subject::now();
  subject::join_senders(std::move(sending), all);
  return all;
}

}  // namespace

CLAIM("channels.send.disconnected") {
  constexpr unsigned seed = 1, executions = 100;
  std::mt19937 random(seed);
  subject::measured("seed", seed, "");
  subject::measured("executions", executions, "");
  for (unsigned execution = 0; execution < executions; ++execution) {
    const auto all = exchange(1 + static_cast<int>(random() % 3), static_cast<unsigned>(random() % 100));

    CHECK(subject::complaint(all).value_or("none") == "none");
  }
}
