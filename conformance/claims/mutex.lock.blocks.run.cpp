// SPDX-License-Identifier: MIT
// Claim: If another thread holds the lock, lock shall wait until it can acquire the lock and then do so, with almost no
//   use of the processor while it waits.
#include "bindings/mutex.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// More than once, since a wake-up may get lost only for a thread that has waited before.
CLAIM("mutex.lock.blocks") {
  constexpr std::size_t rounds = 5;
  const bindings::mutex<int> data(0);
  const std::vector<testing::latch> taken(rounds), acquired(rounds);
  const testing::watch waiter;

  auto waiting = bindings::spawn([=] {
    waiter.here();
    std::size_t right = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
      taken[round].wait();
      const auto held = data.lock();
      if (held.is_locked()) ++right;
      acquired[round].open();
    }
    return right;
  });

  for (std::size_t round = 0; round < rounds; ++round) {
    std::optional held(data.lock());
    taken[round].open();
    waiter.settle();
    CHECK_FALSE(acquired[round].is_open());
    held.reset();
    acquired[round].wait();  // no thread locks or unlocks until the waiter is awake
  }
  CHECK(waiting.join() == rounds);
}
