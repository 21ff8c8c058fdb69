// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

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
    begins[round].pass_awake();
    subject::dawdle(round % moments);
    subject::drop(std::move(senders[round]));
  }

  CHECK(receiving.join() == rounds);
}
