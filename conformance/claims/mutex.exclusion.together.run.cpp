// SPDX-License-Identifier: MIT
// Claim: At most one thread at a time shall hold the lock of a mutex and have access to its data.
// Aspect: The threads start together and yield between the read and the write.
#include "bindings/mutex.hpp"

#include <thread>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("mutex.exclusion") {
  constexpr int crowd = 4, turns = 100;
  const bindings::mutex<int> counter(0);
  const testing::latch start;

  std::vector<bindings::join_handle<bindings::nothing>> threads;
  for (int one = 0; one < crowd; ++one) {
    threads.push_back(bindings::spawn([=] {
      start.wait();
      for (int times = 0; times < turns; ++times) {
        const auto held = counter.lock();
        const int seen = *held;
        std::this_thread::yield();
        *held = seen + 1;
      }
    }));
  }
  start.open();
  for (auto& thread : threads) thread.join();

  CHECK(counter.lock() == crowd * turns);
}
