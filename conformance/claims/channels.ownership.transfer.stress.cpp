// SPDX-License-Identifier: MIT
#include <random>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/events.hpp"
#include "subject/thread.hpp"

// The receiver goes while others send: each value was received, or is destroyed with the channel, or comes back.
CLAIM("channels.ownership.transfer") {
  constexpr unsigned seed = 1, executions = 150;
  std::mt19937 random(seed);
  subject::measured("seed", seed, "");
  subject::measured("executions", executions, "");
  for (unsigned execution = 0; execution < executions; ++execution) {
    const subject::tally sent;
    auto [tx, rx] = subject::channel<subject::counted>();
    std::vector<subject::join_handle<int>> sending;
    const int senders = 1 + static_cast<int>(random() % 4), each = 1 + static_cast<int>(random() % 50);
    for (int sender = 0; sender < senders; ++sender) {
      sending.push_back(subject::spawn([=, own = tx.clone()] {
        int lost = 0;
        for (int number = 0; number < each; ++number) {
          const auto done = own.send({sent, number});
          if (!done.succeeded() && (done.returned() == nullptr || done.returned()->value() != number)) ++lost;
        }
        return lost;
      }));
    }

    const auto received = random() % (static_cast<unsigned>(senders * each) + 1);
    for (unsigned i = 0; i < received; ++i) CHECK(rx.recv().value() != nullptr);
    subject::drop(std::move(rx));

    for (auto& handle : sending) CHECK(handle.join() == 0);
    CHECK(sent.copies() == 0);
    CHECK(sent.alive() == 0);
    CHECK(sent.drops() == senders * each);
  }
}
