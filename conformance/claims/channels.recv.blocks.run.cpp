// SPDX-License-Identifier: MIT
// Claim: recv shall wait until there is a message or the receiver is disconnected, and no longer, with almost no use of
//   the processor.
#include <cstddef>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// More than once, since a wake-up may get lost only for a receiver that has waited before.
CLAIM("channels.recv.blocks") {
  constexpr std::size_t rounds = 5;
  const std::vector<testing::latch> received(rounds);
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<std::size_t>();

  auto receiving = bindings::spawn([=, own = std::move(rx)] {
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
    received[round].wait();  // nothing is sent or dropped until the receiver is awake
  }
  CHECK(receiving.join() == rounds);
}
