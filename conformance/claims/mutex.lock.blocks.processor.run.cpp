// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <array>
#include <cstddef>
#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

constexpr long millisecond = 1'000'000;

/// Keeps the calling thread busy for so much processor time, which a thread that spins gets much of as well.
void compute(long nanoseconds) {
  const long began = testing::processor_time_here();
  while (testing::processor_time_here() - began < nanoseconds) continue;
}

}  // namespace

// Who waits leaves the processor to others, for as long as it takes.
CLAIM("mutex.lock.blocks") {
  const testing::watch waiter;
  const std::array<testing::latch, 2> taken, acquired;
  const bindings::mutex<int> data(5);
  auto waiting = bindings::spawn([=] {
    waiter.here();
    for (std::size_t times = 0; times < taken.size(); ++times) {
      taken[times].wait();
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
    acquired[times].wait();
  }
  waiting.join();
}
