// SPDX-License-Identifier: MIT
// Claim: Threads that acquire the same locks in the same order shall always continue.
#include "bindings/mutex.hpp"

#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// Threads that keep to one order continue, however often they meet.
CLAIM("mutex.lock.same-order") {
  constexpr int crowd = 4, rounds = 100;
  const bindings::mutex<int> first(0), second(0);
  const testing::latch start;

  std::vector<bindings::join_handle<bindings::nothing>> threads;
  for (int one = 0; one < crowd; ++one) {
    threads.push_back(bindings::spawn([=] {
      start.wait();
      for (int times = 0; times < rounds; ++times) {
        const auto held = first.lock();
        *held += 1;
        const auto held_too = second.lock();
        *held_too += 1;
      }
    }));
  }
  start.open();
  for (auto& thread : threads) thread.join();

  CHECK(first.lock() == crowd * rounds);
  CHECK(second.lock() == crowd * rounds);
}
