// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

namespace {

/// Passes a gate that opens any moment, without going to sleep for it where that can be helped.
void pass_awake(const subject::gate& gate) {
  for (int looks = 0; looks < 30'000 && !gate.is_open(); ++looks) continue;
  gate.pass();
}

void dawdle(std::size_t steps) {
  for (volatile std::size_t step = 0; step < steps;) step = step + 1;
}

}  // namespace

// The close comes at another moment each time: before the receiver looks, while it waits, or on its way from one to the
// other.
CLAIM("channels.recv.closed") {
  constexpr std::size_t rounds = 1500, moments = 500;
  const std::vector<subject::gate> begins(rounds);
  std::vector<subject::sender<int>> senders;
  std::vector<subject::receiver<int>> receivers;
  for (std::size_t round = 0; round < rounds; ++round) {
    auto [tx, rx] = subject::channel<int>();
    senders.push_back(std::move(tx));
    receivers.push_back(std::move(rx));
  }
  auto receiving = subject::spawn([begins, own = std::move(receivers)] {
    std::size_t right = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
      begins[round].open();
      if (own[round].recv().is_disconnected()) ++right;
    }
    return right;
  });

  for (std::size_t round = 0; round < rounds; ++round) {
    pass_awake(begins[round]);
    dawdle(round % moments);
    subject::drop(std::move(senders[round]));
  }

  CHECK(receiving.join() == rounds);
}
