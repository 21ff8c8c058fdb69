// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <thread>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Threads that start together, and give way to each other in the middle of their turns.
CLAIM("mutex.exclusion") {
  constexpr int crowd = 4, turns = 100;
  const subject::mutex<int> counter(0);
  const subject::gate start;

  std::vector<subject::join_handle<subject::nothing>> threads;
  for (int one = 0; one < crowd; ++one) {
    threads.push_back(subject::spawn([=] {
      start.pass();
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
