// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// The value and the close come together, at another moment of the receiver's each time.
CLAIM("channels.recv.drains") {
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
      if (own[round].recv() == 1 && own[round].recv().is_disconnected()) ++right;
    }
    return right;
  });

  for (std::size_t round = 0; round < rounds; ++round) {
    begins[round].pass_awake();
    subject::dawdle(round % moments);
    senders[round].send(1);
    subject::drop(std::move(senders[round]));
  }

  CHECK(receiving.join() == rounds);
}
