// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// A receiver that was just awake goes back to sleep, and the next value comes at another moment of that each time.
CLAIM("channels.recv.blocks") {
  constexpr std::size_t rounds = 1500, moments = 500;
  const std::vector<subject::gate> received(rounds);
  auto [tx, rx] = subject::channel<std::size_t>();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
    std::size_t right = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
      if (own.recv() == round) ++right;
      received[round].open();
    }
    return right;
  });

  for (std::size_t round = 0; round < rounds; ++round) {
    subject::dawdle(round % moments);
    tx.send(round);
    received[round].pass_awake();  // if the receiver missed the value, nothing else wakes it
  }

  CHECK(receiving.join() == rounds);
}
