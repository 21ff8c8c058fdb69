// SPDX-License-Identifier: MIT
// Claim: If another thread holds the lock, lock shall wait until it can acquire the lock and then do so, with almost no
//   use of the processor while it waits.
// Aspect: A thread that waits for a lock uses almost no processor time.
#include "bindings/mutex.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

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

  for (std::size_t times = 0; times < taken.size(); ++times) {  // the second time, it has waited before
    std::optional held(data.lock());
    taken[times].open();
    waiter.settle();
    const auto before = waiter.processor_time();
    testing::compute(50ms);
    CHECK(waiter.processor_time() - before < 5ms);
    CHECK_FALSE(acquired[times].is_open());
    held.reset();
    acquired[times].wait();
  }
  waiting.join();
}
