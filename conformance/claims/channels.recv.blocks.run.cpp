// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// More than once, for a wake-up may be lost only to a receiver that has slept before.
CLAIM("channels.recv.blocks") {
  constexpr std::size_t rounds = 5;
  const std::vector<subject::gate> received(rounds);
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<std::size_t>();

  auto receiving = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    std::size_t right = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
      if (own.recv() == round) ++right;
      received[round].open();
    }
    return right;
  });

  for (std::size_t round = 0; round < rounds; ++round) {
    receiver.settle();
    CHECK_FALSE(received[round].is_open());
    tx.send(round);
    received[round].pass();  // nothing else is sent or dropped until the receiver is awake
  }
  CHECK(receiving.join() == rounds);
}
