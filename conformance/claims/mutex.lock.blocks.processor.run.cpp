// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <array>
#include <cstddef>
#include <optional>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

namespace {

constexpr long millisecond = 1'000'000;

/// Keeps the calling thread busy for so much processor time, which a thread that spins gets much of as well.
void compute(long nanoseconds) {
  const long began = subject::processor_time_here();
  while (subject::processor_time_here() - began < nanoseconds) continue;
}

}  // namespace

// Who waits leaves the processor to others, for as long as it takes.
CLAIM("mutex.lock.blocks") {
  const subject::watch waiter;
  const std::array<subject::gate, 2> taken, acquired;
  const subject::mutex<int> data(5);
  auto waiting = subject::spawn([=] {
    waiter.here();
    for (std::size_t times = 0; times < taken.size(); ++times) {
      taken[times].pass();
      const auto held = data.lock();
      acquired[times].open();
    }
  });

  for (std::size_t times = 0; times < taken.size(); ++times) {  // waiting anew, it has slept before
    std::optional held(data.lock());
    taken[times].open();
    waiter.settle();
    const long before = waiter.processor_time();
    compute(50 * millisecond);
    CHECK(waiter.processor_time() - before < 5 * millisecond);
    CHECK_FALSE(acquired[times].is_open());
    held.reset();
    acquired[times].pass();
  }
  waiting.join();
}
