// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// More than once, for a wake-up may be lost only to a thread that has slept before.
CLAIM("mutex.lock.blocks") {
  constexpr std::size_t rounds = 5;
  const subject::mutex<int> data(0);
  const std::vector<subject::gate> taken(rounds), acquired(rounds);
  const subject::watch waiter;

  auto waiting = subject::spawn([=] {
    waiter.here();
    std::size_t right = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
      taken[round].pass();
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
    acquired[round].pass();  // nobody else locks or unlocks until the waiter is awake
  }
  CHECK(waiting.join() == rounds);
}
